package com.taskflow.platform.ratelimit;

/**
 * Names one bucket: a limit as it is configured, and whom it counts.
 *
 * @param subject a client address, user or session; never anything that a client has written
 */
record BucketKey(RateLimit limit, Quota quota, String subject) {

    /**
     * The Redis key: {@code rl:login:192.0.2.1:10/900s}. The quota is part of it because a bucket keeps the one it was
     * made with.
     */
    String text() {
        return "rl:" + this.limit.policyName() + ":" + this.subject + ":" + this.quota;
    }

}
