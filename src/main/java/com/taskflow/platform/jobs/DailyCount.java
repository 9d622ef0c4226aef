package com.taskflow.platform.jobs;

/**
 * A figure that is worked out once a day and kept for good; it names nobody. A bean of this kind is all it takes.
 *
 * @param name stands in {@code daily_counter}
 * @param sql selects one number for the time from {@code :from} up to but not including {@code :to}
 */
public record DailyCount(String name, String sql) {

}
