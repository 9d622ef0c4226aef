package com.taskflow.platform.ratelimit;

import java.time.Clock;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import org.springframework.stereotype.Component;

/**
 * The buckets of this process, for the time without Redis: each holds this replica's share of the quota. They outlast
 * short outages, so that a flapping Redis does not fill them again.
 */
@Component
class LocalBuckets {

    private static final int MOST_BUCKETS = 20_000;

    private final int replicas;

    private final TimeMeter time;

    private final Cache<BucketKey, Bucket> buckets = Caffeine.newBuilder().maximumSize(MOST_BUCKETS)
            .expireAfter(Expiry.accessing((BucketKey key, Bucket _) -> key.quota().period())).build();

    LocalBuckets(DeploymentProperties properties, Clock clock) {
        this.replicas = properties.replicas();
        this.time = new ClockTime(clock);
    }

    Verdict admit(BucketKey key) {
        return Verdict.of(this.buckets.get(key, this::bucket).tryConsumeAndReturnRemaining(1));
    }

    private Bucket bucket(BucketKey key) {
        return Bucket.builder().addLimit(key.limit().bandwidth(key.quota().share(this.replicas)))
                .withCustomTimePrecision(this.time).build();
    }

}
