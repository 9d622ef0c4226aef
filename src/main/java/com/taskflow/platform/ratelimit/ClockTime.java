package com.taskflow.platform.ratelimit;

import java.time.Clock;
import java.util.concurrent.TimeUnit;

import io.github.bucket4j.TimeMeter;

/** The service's clock as bucket4j reads it; replicas count together as well as their clocks agree. */
record ClockTime(Clock clock) implements TimeMeter {

    @Override
    public long currentTimeNanos() {
        return TimeUnit.MILLISECONDS.toNanos(this.clock.millis());
    }

    @Override
    public boolean isWallClockBased() {
        return true;
    }

}
