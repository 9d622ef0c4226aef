package com.taskflow.platform.ratelimit;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

import org.springframework.boot.convert.DurationStyle;

/**
 * How many requests in how long.
 *
 * @param requests at least 1
 * @param period whole seconds, 1 second to 31 days
 */
record Quota(long requests, Duration period) {

    private static final long MOST_REQUESTS = 1_000_000_000;

    private static final Duration LONGEST_PERIOD = Duration.ofDays(31);

    Quota {
        if (requests < 1 || requests > MOST_REQUESTS) {
            throw new IllegalArgumentException("its number must be from 1 to " + MOST_REQUESTS);
        }
        if (!period.equals(period.truncatedTo(ChronoUnit.SECONDS)) || period.toSeconds() < 1
                || period.compareTo(LONGEST_PERIOD) > 0) {
            throw new IllegalArgumentException("its time must be whole seconds, from 1s to 31d");
        }
    }

    /**
     * Reads {@code n/duration}, for example {@code 10/15m}.
     * @throws IllegalArgumentException with what is wrong, to stand behind the setting's name
     */
    static Quota parse(String text) {
        int slash = text.indexOf('/');
        String requests = text.substring(0, Math.max(slash, 0)).strip();
        if (!requests.matches("[0-9]{1,10}")) {
            throw new IllegalArgumentException("it must be a number, a slash and a time");
        }
        return new Quota(Long.parseLong(requests), duration(text.substring(slash + 1).strip()));
    }

    private static Duration duration(String text) {
        try {
            return DurationStyle.detectAndParse(text);
        } catch (IllegalArgumentException | ArithmeticException ex) {
            throw new IllegalArgumentException("its time must be spelled like 30s, 15m or 1h", ex);
        }
    }

    /** What one of so many replicas may admit by itself. */
    Quota share(int replicas) {
        return new Quota(Math.max(1, this.requests / replicas), this.period);
    }

    @Override
    public String toString() {
        return this.requests + "/" + this.period.toSeconds() + "s";
    }

}
