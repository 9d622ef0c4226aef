package com.taskflow.platform.ratelimit;

import java.util.Locale;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BandwidthBuilder;
import io.github.bucket4j.BandwidthBuilder.BandwidthBuilderRefillStage;

/**
 * The policy: every limit of the service. Its name in lower case is the setting's ({@code taskflow.limits.login}), the
 * metrics' and that in the {@code RateLimit} headers.
 *
 * <p>A limit counts across all replicas in Redis. Without Redis each replica counts by itself and admits the quota
 * divided by {@code taskflow.replicas}, at least one; what was counted before is not known then, and the other way round.
 */
public enum RateLimit {

    /** Sign-in attempts of a client address, successful ones too. */
    LOGIN(Defaults.LOGIN, Refill.AT_INTERVAL_END, Decision.EXACT),

    /** Sign-ups of a client address. */
    REGISTER(Defaults.REGISTER, Refill.AT_INTERVAL_END, Decision.EXACT),

    /** Password-reset mails asked for by a client address. */
    FORGOT(Defaults.FORGOT, Refill.AT_INTERVAL_END, Decision.EXACT),

    /** Refreshes of a session with genuine tokens; not by address, so that an office is not signed out as one. */
    REFRESH(Defaults.REFRESH, Refill.STEADY, Decision.EXACT),

    /**
     * Requests of a user. A replica decides by itself and tells Redis every 200 ms or every 20th part of the quota,
     * whichever is first: N replicas can admit (N - 1) x quota / 20 too many, at 600 and 3 replicas 60. They are
     * subtracted from what the user may do next.
     */
    API(Defaults.API, Refill.STEADY, Decision.LOCAL),

    /** Exports of a user: each reads everything there is. */
    EXPORT(Defaults.EXPORT, Refill.AT_INTERVAL_END, Decision.EXACT),

    /** Requests of a client address that is not signed in, as far as no other limit counts them; bad tokens too. */
    ANONYMOUS(Defaults.ANONYMOUS, Refill.STEADY, Decision.EXACT);

    private final String policyName = name().toLowerCase(Locale.ROOT);

    private final String defaultQuota;

    private final Refill refill;

    private final Decision decision;

    RateLimit(String defaultQuota, Refill refill, Decision decision) {
        this.defaultQuota = defaultQuota;
        this.refill = refill;
        this.decision = decision;
    }

    String policyName() {
        return this.policyName;
    }

    Quota defaultQuota() {
        return Quota.parse(this.defaultQuota);
    }

    /** Whether every single request is counted in Redis before it is admitted. */
    boolean isExact() {
        return this.decision == Decision.EXACT;
    }

    Bandwidth bandwidth(Quota quota) {
        BandwidthBuilderRefillStage bucket = BandwidthBuilder.builder().capacity(quota.requests());
        return switch (this.refill) {
            case AT_INTERVAL_END -> bucket.refillIntervally(quota.requests(), quota.period()).build();
            case STEADY -> bucket.refillGreedy(quota.requests(), quota.period()).build();
        };
    }

    private enum Refill {

        /** All at once, a period after the first request: never more than the quota in that time. */
        AT_INTERVAL_END,

        /** One after the other, evenly over the period: who has used up the quota can go on slowly. */
        STEADY

    }

    private enum Decision {

        EXACT, LOCAL

    }

    /** Compile-time constants, so that the settings' metadata shows them. */
    static final class Defaults {

        static final String LOGIN = "10/15m";

        static final String REGISTER = "20/1h";

        static final String FORGOT = "5/1h";

        static final String REFRESH = "60/1m";

        static final String API = "600/1m";

        static final String EXPORT = "10/1h";

        static final String ANONYMOUS = "60/1m";

        private Defaults() {}

    }

}
