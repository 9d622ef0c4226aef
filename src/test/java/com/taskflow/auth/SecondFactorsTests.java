package com.taskflow.auth;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.data.domain.Limit;

import com.taskflow.auth.SecondFactorChanged.Change;
import com.taskflow.platform.security.SecretSealer;
import com.taskflow.platform.security.SecretSealers;
import com.taskflow.testsupport.MutableClock;

import static org.assertj.core.api.Assertions.assertThat;

/** What second factors tell others of, and how they come through a rotation of the peppers. */
class SecondFactorsTests {

    private final UUID user = UUID.randomUUID();

    private final MutableClock clock = MutableClock.at(Instant.parse("2026-11-22T08:30:00Z"));

    private final Rows rows = new Rows();

    private final List<Change> changes = new ArrayList<>();

    private final SecondFactors factors = with(SecretSealers.of("k1"));

    @Test
    void tellsOfEveryChange() {
        byte[] secret = this.factors.begin(this.user);
        List<RecoveryCode> codes = this.factors.confirm(this.user, code(secret)).orElseThrow();
        this.factors.prove(this.user, codes.getFirst().text());
        this.clock.advance(Duration.ofSeconds(30));
        this.factors.renewRecoveryCodes(this.user, code(secret));
        this.clock.advance(Duration.ofSeconds(30));

        assertThat(this.factors.remove(this.user, code(secret))).isTrue();

        assertThat(this.changes).containsExactly(Change.ENABLED, Change.RECOVERY_CODE_USED,
                Change.RECOVERY_CODES_RENEWED, Change.DISABLED);
        assertThat(this.factors.isOn(this.user)).isFalse();
    }

    @Test
    void tellsOnceThatItIsLocked() {
        byte[] secret = this.factors.begin(this.user);

        for (int attempt = 0; attempt < 8; attempt++) {
            assertThat(this.factors.confirm(this.user, "no code")).isEmpty();
        }

        assertThat(this.changes).containsExactly(Change.LOCKED);
        assertThat(this.factors.confirm(this.user, code(secret))).isEmpty();
        this.clock.advance(Duration.ofMinutes(15));
        assertThat(this.factors.confirm(this.user, code(secret))).isPresent();
    }

    @Test
    void sealsItsSecretAnewAfterARotation() {
        byte[] secret = this.factors.begin(this.user);
        assertThat(sealed()).startsWith("v1.k1.");

        with(SecretSealers.of("k2", "k1")).reseal(this.user);

        assertThat(sealed()).startsWith("v1.k2.");
        assertThat(with(SecretSealers.of("k2")).confirm(this.user, code(secret))).isPresent();
    }

    @Test
    void sealsItsSecretAnewWhenACodeIsAccepted() {
        byte[] secret = this.factors.begin(this.user);

        with(SecretSealers.of("k2", "k1")).confirm(this.user, code(secret));

        assertThat(sealed()).startsWith("v1.k2.");
    }

    private SecondFactors with(SecretSealer sealer) {
        return new SecondFactors(this.rows, sealer, (event) -> this.changes.add(((SecondFactorChanged) event).change()),
                this.clock);
    }

    private String sealed() {
        return this.rows.findById(this.user).orElseThrow().secret();
    }

    private String code(byte[] secret) {
        try {
            return new TimeBasedOneTimePasswordGenerator().generateOneTimePasswordString(
                    new SecretKeySpec(secret, "HmacSHA1"), this.clock.instant(), Locale.ROOT);
        } catch (GeneralSecurityException ex) {
            throw new IllegalStateException(ex);
        }
    }

    /** The table, in memory. */
    private static final class Rows implements SecondFactorRepository {

        private final Map<UUID, SecondFactor> rows = new HashMap<>();

        @Override
        public SecondFactor save(SecondFactor factor) {
            this.rows.put(factor.getId(), factor);
            return factor;
        }

        @Override
        public void delete(SecondFactor factor) {
            this.rows.remove(factor.getId());
        }

        @Override
        public Optional<SecondFactor> findById(UUID userId) {
            return Optional.ofNullable(this.rows.get(userId));
        }

        @Override
        public Optional<SecondFactor> lockById(UUID userId) {
            return findById(userId);
        }

        @Override
        public List<UUID> findNotSealedWith(String prefix, Limit limit) {
            return List.copyOf(this.rows.keySet());
        }

    }

}
