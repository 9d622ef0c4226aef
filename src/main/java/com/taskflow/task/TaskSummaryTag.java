package com.taskflow.task;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import com.taskflow.platform.web.EntityTag;

/**
 * The weak entity tag of a summary: {@code W/"<epoch>.<seq>.<minute>.<place>"}. What is overdue changes without a write,
 * from minute to minute, and when the owner moves.
 *
 * @param epoch of the owner's counter
 * @param seq the counter
 * @param minute since 1970
 * @param place digest of the owner and the owner's zone
 */
record TaskSummaryTag(long epoch, long seq, long minute, String place) {

    private static final Pattern HEADER = Pattern
            .compile("(?:W/)?\"(\\d{1,18})\\.(\\d{1,18})\\.(\\d{1,18})\\.([\\w-]{22})\"");

    static String place(UUID owner, ZoneId zone) {
        return EntityTag.digest("task-summary", owner, zone);
    }

    static long minuteOf(Instant now) {
        return now.truncatedTo(ChronoUnit.MINUTES).getEpochSecond() / ChronoUnit.MINUTES.getDuration().toSeconds();
    }

    String header() {
        return "W/\"%d.%d.%d.%s\"".formatted(this.epoch, this.seq, this.minute, this.place);
    }

    boolean hasCounterOf(TaskSummaryTag other) {
        return this.epoch == other.epoch && this.seq == other.seq;
    }

    /** The tag among those of an {@code If-None-Match} header that is of this minute, if there is one. */
    static @Nullable TaskSummaryTag find(@Nullable String ifNoneMatch, long minute) {
        if (ifNoneMatch == null) {
            return null;
        }
        Matcher tags = HEADER.matcher(ifNoneMatch);
        while (tags.find()) {
            if (Long.parseLong(tags.group(3)) == minute) {
                return new TaskSummaryTag(Long.parseLong(tags.group(1)), Long.parseLong(tags.group(2)), minute,
                        tags.group(4));
            }
        }
        return null;
    }

}
