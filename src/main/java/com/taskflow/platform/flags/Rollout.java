package com.taskflow.platform.flags;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * How many of a hundred users have a flag on, written {@code html-mail=25}. A user's place depends on the flag too, so
 * that not the same people try everything first; who had it at 25 still has it at 50, on every replica.
 */
record Rollout(String flag, int percent) {

    private static final Pattern SPELLING = Pattern.compile("([a-z0-9-]+)=([0-9]{1,2}|100)%?");

    /**
     * What Spring reads the setting by; it looks for public methods alone.
     * @throws IllegalArgumentException when it is not {@code name=percent}
     */
    public static Rollout valueOf(String text) {
        Matcher parts = SPELLING.matcher(text.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException("'" + text + "' must be a flag's name and a percentage: html-mail=25");
        }
        return new Rollout(parts.group(1), Integer.parseInt(parts.group(2)));
    }

    boolean reaches(String user) {
        CRC32C hash = new CRC32C();
        hash.update((this.flag + ':' + user).getBytes(StandardCharsets.UTF_8));
        return hash.getValue() % 100 < this.percent;
    }

}
