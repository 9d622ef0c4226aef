package com.taskflow.task;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The weak entity tag of a list: {@code W/"<epoch>.<seq>.<query>"}. As long as the owner's change counter stands where it
 * stood, the same query has the same answer.
 *
 * @param epoch of the owner's counter
 * @param seq the counter
 * @param query digest of the owner and the whole query
 */
record ListTag(long epoch, long seq, String query) {

    private static final Pattern HEADER = Pattern.compile("(?:W/)?\"(\\d{1,18})\\.(\\d{1,18})\\.([\\w-]{22})\"");

    static ListTag of(ChangeCounter.Position position, String query) {
        return new ListTag(position.epoch(), position.seq(), query);
    }

    String header() {
        return "W/\"%d.%d.%s\"".formatted(this.epoch, this.seq, this.query);
    }

    /** The tag among those of an {@code If-None-Match} header that is of this query, if there is one. */
    static @Nullable ListTag find(@Nullable String ifNoneMatch, String query) {
        if (ifNoneMatch == null) {
            return null;
        }
        Matcher tags = HEADER.matcher(ifNoneMatch);
        while (tags.find()) {
            if (tags.group(3).equals(query)) {
                return new ListTag(Long.parseLong(tags.group(1)), Long.parseLong(tags.group(2)), query);
            }
        }
        return null;
    }

}
