package com.taskflow.task;

import java.time.Duration;
import java.time.Instant;

import com.taskflow.platform.security.AccessGrant;
import com.taskflow.platform.security.CurrentUser;

/**
 * One reader of live events: what there is to read for it, and whether it may go on. It holds no events: its thread reads
 * them from the database when it is woken, as fast as its client takes them.
 */
final class EventStream {

    private final CurrentUser user;

    private final AccessGrant grant;

    private long head;

    private boolean ended;

    EventStream(CurrentUser user, AccessGrant grant) {
        this.user = user;
        this.grant = grant;
    }

    CurrentUser user() {
        return this.user;
    }

    /** There are changes up to this number; true when that is news. */
    synchronized boolean wake(long seq) {
        if (seq <= this.head) {
            return false;
        }
        this.head = seq;
        notifyAll();
        return true;
    }

    synchronized void end() {
        this.ended = true;
        notifyAll();
    }

    synchronized boolean isEnded() {
        return this.ended;
    }

    /** Whether the token has expired or the session has ended. */
    boolean isOver(Instant now) {
        return !now.isBefore(this.grant.expiresAt()) || this.grant.isRevoked();
    }

    /** Waits for changes after a number or the stream's end; false when neither has come within {@code longest}. */
    synchronized boolean await(long seen, Duration longest) throws InterruptedException {
        long deadline = System.nanoTime() + longest.toNanos();
        // What was read without being woken for it is no news.
        this.head = Math.max(this.head, seen);
        while (!this.ended && this.head <= seen) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

}
