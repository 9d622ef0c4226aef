package com.taskflow.auth;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import com.taskflow.platform.jobs.JobType;
import com.taskflow.platform.jobs.Jobs;
import com.taskflow.user.EpochRaised;

/**
 * Writes every revocation into the denylist in Redis a second time, by a job of the transaction that revokes: a replica
 * that dies after the commit and before the first writing leaves the token alive for a poll of the queue, no longer.
 */
@Component
class DenylistRepetition {

    static final JobType<Entry> JOB = new JobType<>("denylist", Entry.class);

    private final Jobs jobs;

    private final RedisDenylist redis;

    DenylistRepetition(Jobs jobs, RedisDenylist redis) {
        this.jobs = jobs;
        this.redis = redis;
    }

    @EventListener
    void on(SessionRevoked event) {
        this.jobs.enqueue(JOB, new Entry(RedisDenylist.member(event)));
    }

    @EventListener
    void on(EpochRaised event) {
        this.jobs.enqueue(JOB, new Entry(RedisDenylist.member(event)));
    }

    void repeat(Entry entry) {
        this.redis.add(entry.member());
    }

    /** A member of the set in Redis. */
    record Entry(String member) {

    }

}
