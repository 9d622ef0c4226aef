package com.taskflow.auth;

import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.taskflow.platform.security.TestKeys;

import static org.assertj.core.api.Assertions.assertThat;

class RefreshTokensTests {

    private static final UUID SESSION = UUID.fromString("01890000-0000-7000-8000-00000000000a");

    private static final byte[] SALT = "0123456789abcdef".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    private final RefreshTokens tokens = new RefreshTokens(TestKeys.of("b", "a"));

    private final String token = this.tokens.derive("b", SESSION, 7, SALT);

    @Test
    void readsWhatItDerives() {
        assertThat(this.tokens.parse(this.token)).hasValueSatisfying((parsed) -> {
            assertThat(parsed.keyId()).isEqualTo("b");
            assertThat(parsed.sessionId()).isEqualTo(SESSION);
            assertThat(parsed.generation()).isEqualTo(7);
            assertThat(this.tokens.isAuthentic(parsed, SALT)).isTrue();
        });
    }

    @Test
    void derivesTheSameTokenAgain() {
        assertThat(this.tokens.derive("b", SESSION, 7, SALT)).isEqualTo(this.token);
    }

    @Test
    void derivesWithTheActiveKeyAndAcceptsTheOthers() {
        String old = this.tokens.derive("a", SESSION, 7, SALT);

        assertThat(this.tokens.activeKeyId()).isEqualTo("b");
        assertThat(authentic(old, SALT)).isTrue();
    }

    @Test
    void refusesOtherSessionGenerationKeyAndSalt() {
        assertThat(authentic(this.token.replace("00000a", "00000b"), SALT)).isFalse();
        assertThat(authentic(this.token.replace(".7.", ".8."), SALT)).isFalse();
        assertThat(authentic(this.token.replace("v1.b.", "v1.a."), SALT)).isFalse();
        assertThat(authentic(this.token, new byte[16])).isFalse();
    }

    @Test
    void refusesTokenWhosePepperWasWithdrawn() {
        assertThat(new RefreshTokens(TestKeys.of("c")).parse(this.token)).isEmpty();
    }

    @Test
    void refusesEveryOtherSpellingOfTheLastCharacter() {
        assertThat(TokenAttacks.otherLastCharacters(this.token)).hasSize(63)
                .allSatisfy((other) -> assertThat(authentic(other, SALT)).isFalse());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "v1", "v1....", "v2.b.S.7.M", "v1.b.S.7.M ", " v1.b.S.7.M", "v1.b.S.7.M\n",
        "v1.b.S.7.M=",
        "v1.b.S.7.M.", "v1.b.S.07.M", "v1.b.S.0.M", "v1.b.S.-7.M", "v1.b.S.+7.M", "v1.b.S.7e0.M", "v1.b.S.1234567890.M",
        "v1.b.S.\u0667.M", "v1.x.S.7.M", "v1..S.7.M", "v1.b.nonsense.7.M", "v1.b.S.7.", "v1.b.S.7.short",
        "v1.../../etc/passwd.S.7.M", "V1.b.S.7.M", "v1.b.S.7.M,v1.b.S.7.M"})
    void refusesGarbage(String form) {
        String garbage = form.replace("S", SESSION.toString()).replace("M", this.token.substring(
                this.token.lastIndexOf('.') + 1));

        assertThat(this.tokens.parse(garbage)).isEmpty();
    }

    @Test
    void refusesUpperCaseIdAndAccessTokenAndMegabyte() {
        String upper = this.token.replace(SESSION.toString(), SESSION.toString().toUpperCase(java.util.Locale.ROOT));

        assertThat(this.tokens.parse(upper)).isEmpty();
        assertThat(this.tokens.parse("eyJhbGciOiJIUzI1NiJ9.e30.AAAA")).isEmpty();
        assertThat(this.tokens.parse("v1.".repeat(400_000))).isEmpty();
    }

    @Test
    void keepsTheTagOutOfLogs() {
        assertThat(this.tokens.parse(this.token)).hasValueSatisfying(
                (parsed) -> assertThat(parsed.toString()).doesNotContain(parsed.mac()));
    }

    private boolean authentic(String text, byte[] salt) {
        return this.tokens.parse(text).filter((parsed) -> this.tokens.isAuthentic(parsed, salt)).isPresent();
    }

}
