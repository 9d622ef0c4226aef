package com.taskflow.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import tools.jackson.databind.json.JsonMapper;

import com.taskflow.platform.security.Key;
import com.taskflow.platform.security.KeySource;
import com.taskflow.platform.security.TestKeys;
import com.taskflow.testsupport.MutableClock;

import static org.assertj.core.api.Assertions.assertThat;

class AccessTokensTests {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private static final UUID USER = UUID.fromString("01890000-0000-7000-8000-000000000001");

    private static final UUID SESSION = UUID.fromString("01890000-0000-7000-8000-000000000002");

    private final MutableClock clock = MutableClock.at(NOW);

    private final KeySource keys = TestKeys.of("2026-11", "2026-08");

    private final AccessTokens tokens = tokens(this.keys);

    private AccessTokens tokens(KeySource source) {
        return new AccessTokens(source, defaults(), this.clock);
    }

    static AuthProperties defaults() {
        return new Binder(new MapConfigurationPropertySource(Map.of())).bindOrCreate("taskflow.auth",
                AuthProperties.class);
    }

    @Test
    void acceptsWhatItIssues() {
        String token = this.tokens.issue(USER, SESSION, 3);

        assertThat(this.tokens.verify(token)).hasValueSatisfying((read) -> {
            assertThat(read.userId()).isEqualTo(USER);
            assertThat(read.sessionId()).isEqualTo(SESSION);
            assertThat(read.epoch()).isEqualTo(3);
            assertThat(read.roles()).containsExactly("user");
            assertThat(read.expiresAt()).isEqualTo(NOW.plus(Duration.ofMinutes(15)));
        });
    }

    @Test
    void saysNothingPersonal() {
        String[] parts = this.tokens.issue(USER, SESSION, 3).split("\\.", -1);

        assertThat(names(parts[0])).containsExactlyInAnyOrder("alg", "typ", "kid");
        assertThat(names(parts[1])).containsExactlyInAnyOrder("iss", "aud", "sub", "sid", "jti", "iat", "exp", "epoch",
                "roles");
    }

    private static Collection<String> names(String part) {
        return JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(part)).propertyNames();
    }

    @Test
    void givesEveryTokenItsOwnId() {
        assertThat(this.tokens.verify(this.tokens.issue(USER, SESSION, 0)).map(AccessToken::id))
                .isNotEqualTo(this.tokens.verify(this.tokens.issue(USER, SESSION, 0)).map(AccessToken::id));
    }

    @Test
    void acceptsGenuineTokenMadeByHand() {
        assertThat(this.tokens.verify(ForgedToken.genuine(active(), NOW).text())).isPresent();
    }

    @TestFactory
    Stream<DynamicTest> refuses() {
        return TokenAttacks.all(active(), NOW).entrySet().stream().map((attack) -> DynamicTest
                .dynamicTest(attack.getKey(),
                        () -> assertThat(this.tokens.verify(attack.getValue())).as(attack.getKey()).isEmpty()));
    }

    @Test
    void refusesMegabyteAndNothing() {
        assertThat(this.tokens.verify("a".repeat(1_000_000))).isEmpty();
        assertThat(this.tokens.verify(".".repeat(1_000_000))).isEmpty();
        assertThat(this.tokens.verify("")).isEmpty();
    }

    @Test
    void refusesEveryOtherSpellingOfTheLastCharacter() {
        for (int i = 0; i < 50; i++) {
            String token = this.tokens.issue(USER, SESSION, i);
            List<String> others = TokenAttacks.otherLastCharacters(token);

            assertThat(others).hasSize(63).allSatisfy((other) -> assertThat(this.tokens.verify(other)).isEmpty());
        }
    }

    @Test
    void acceptsTokenUntilItsLifetimeAndTheSkewAreOver() {
        String token = this.tokens.issue(USER, SESSION, 0);

        this.clock.advance(Duration.ofMinutes(15).plusSeconds(29));
        assertThat(this.tokens.verify(token)).isPresent();
        this.clock.advance(Duration.ofSeconds(2));
        assertThat(this.tokens.verify(token)).isEmpty();
    }

    @Test
    void acceptsTokenFromClockThatIsAheadByTheSkew() {
        String token = this.tokens.issue(USER, SESSION, 0);

        this.clock.advance(Duration.ofSeconds(-30));
        assertThat(this.tokens.verify(token)).isPresent();
        this.clock.advance(Duration.ofSeconds(-1));
        assertThat(this.tokens.verify(token)).isEmpty();
    }

    @Test
    void acceptsTokensOfAllKeysOfTheRing() {
        String old = tokens(TestKeys.of("2026-08")).issue(USER, SESSION, 0);
        String withdrawn = tokens(TestKeys.of("2026-05")).issue(USER, SESSION, 0);

        assertThat(this.tokens.verify(old)).isPresent();
        assertThat(this.tokens.verify(withdrawn)).isEmpty();
    }

    @Test
    void refusesTokenOfOneKeyUnderTheNameOfAnother() {
        Key other = this.keys.current().signing().find("2026-08").orElseThrow();

        assertThat(this.tokens.verify(ForgedToken.genuine(other, NOW)
                .header((header) -> header.replace("2026-08", "2026-11")).text())).isEmpty();
    }

    @Test
    void refusesRefreshToken() {
        String refreshToken = new RefreshTokens(this.keys).derive("2026-11", SESSION, 1, new byte[16]);

        assertThat(this.tokens.verify(refreshToken)).isEmpty();
    }

    private Key active() {
        return this.keys.current().signing().active();
    }

}
