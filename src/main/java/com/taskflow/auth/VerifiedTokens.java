package com.taskflow.auth;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import org.springframework.stereotype.Component;

import com.taskflow.platform.crypto.Sha256;
import com.taskflow.platform.security.KeyRing;
import com.taskflow.platform.security.KeySource;

/**
 * Access tokens that were verified lately, by SHA-256: to verify one costs more than most answers. An entry counts until
 * the token expires, and no longer than the keys it was verified with are in force. Whether a token was revoked is asked
 * anew each time. The metric is {@code cache.gets} of {@code cache="access-tokens"}.
 */
@Component
class VerifiedTokens {

    private static final int MOST = 50_000;

    private final AccessTokens tokens;

    private final KeySource keys;

    private final Clock clock;

    private final Cache<ByteBuffer, Entry> verified = Caffeine.newBuilder().maximumSize(MOST).recordStats().build();

    VerifiedTokens(AccessTokens tokens, KeySource keys, Clock clock, MeterRegistry metrics) {
        this.tokens = tokens;
        this.keys = keys;
        this.clock = clock;
        CaffeineCacheMetrics.monitor(metrics, this.verified, "access-tokens");
    }

    /** Empty for anything but a token made here that has not expired. */
    Optional<AccessToken> verify(String token) {
        KeyRing ring = this.keys.current().signing();
        ByteBuffer digest = ByteBuffer.wrap(Sha256.of(token));
        Entry known = this.verified.getIfPresent(digest);
        if (known != null && known.ring().equals(ring) && known.token().expiresAt().isAfter(this.clock.instant())) {
            return Optional.of(known.token());
        }
        Optional<AccessToken> accepted = this.tokens.verify(token);
        accepted.ifPresent((genuine) -> this.verified.put(digest, new Entry(genuine, ring)));
        return accepted;
    }

    private record Entry(AccessToken token, KeyRing ring) {

    }

}
