package com.taskflow.platform.ratelimit;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import com.taskflow.testsupport.MutableClock;

import static org.assertj.core.api.Assertions.assertThat;

class LocalBucketsTests {

    private final MutableClock clock = MutableClock.at(Instant.parse("2026-11-22T08:00:00Z"));

    private final LocalBuckets buckets = new LocalBuckets(new DeploymentProperties(3), this.clock);

    @Test
    void admitsThisReplicasShare() {
        assertThat(admitted(RateLimit.LOGIN, 20)).isEqualTo(3);
    }

    @Test
    void admitsOneWhereThereAreMoreReplicasThanRequests() {
        BucketKey key = new BucketKey(RateLimit.FORGOT, Quota.parse("2/1h"), "192.0.2.1");

        assertThat(this.buckets.admit(key).admitted()).isTrue();
        assertThat(this.buckets.admit(key).admitted()).isFalse();
    }

    @Test
    void refillsLoginAtTheEndOfTheInterval() {
        admitted(RateLimit.LOGIN, 20);

        this.clock.advance(Duration.ofMinutes(15).minusMillis(1));
        assertThat(admitted(RateLimit.LOGIN, 20)).isZero();

        this.clock.advance(Duration.ofMillis(1));
        assertThat(admitted(RateLimit.LOGIN, 20)).isEqualTo(3);
    }

    @Test
    void refillsApiSteadily() {
        admitted(RateLimit.API, 300);

        this.clock.advance(Duration.ofSeconds(3));

        assertThat(admitted(RateLimit.API, 300)).isEqualTo(10);
    }

    private long admitted(RateLimit limit, int attempts) {
        BucketKey key = new BucketKey(limit, limit.defaultQuota(), "192.0.2.1");
        return IntStream.range(0, attempts).filter((_) -> this.buckets.admit(key).admitted()).count();
    }

}
