package com.taskflow.platform.time;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * When the request that this thread works on has to be answered. Each wait on its way is bounded by itself; this bounds
 * their sum: who has waited for a turn and for a connection waits for the database's answer so much shorter. Threads
 * that work on no request, or on one that may take long, have no deadline.
 */
public final class Deadline {

    private static final ThreadLocal<@Nullable Long> NANOS = new ThreadLocal<>();

    private Deadline() {}

    /** For the request that begins now on this thread; {@link #clear} ends it. */
    public static void set(Duration fromNow) {
        NANOS.set(System.nanoTime() + fromNow.toNanos());
    }

    /** Leaves out what did not wait for anything of ours: the time that a client takes to send its body. */
    public static void extend(long nanos) {
        Long end = NANOS.get();
        if (end != null) {
            NANOS.set(end + nanos);
        }
    }

    public static void clear() {
        NANOS.remove();
    }

    /** The wait itself, or what is left until the deadline when that is less: nothing once it has passed. */
    public static Duration atMost(Duration wait) {
        Long nanos = NANOS.get();
        if (nanos == null) {
            return wait;
        }
        long left = Math.max(0, nanos - System.nanoTime());
        return (left < wait.toNanos()) ? Duration.ofNanos(left) : wait;
    }

    public static boolean hasPassed() {
        Long nanos = NANOS.get();
        return nanos != null && System.nanoTime() - nanos >= 0;
    }

}
