package com.taskflow.auth;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.taskflow.platform.error.FieldError;
import com.taskflow.platform.error.InvalidException;
import com.taskflow.testsupport.ApiUser;
import com.taskflow.user.EmailAddress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PasswordPolicyTests {

    private final PasswordPolicy policy = new PasswordPolicy();

    @ParameterizedTest
    @ValueSource(strings = {ApiUser.PASSWORD, "Tr0ub4dor&3-and-more", "twelve chars", "zażółć gęślą jaźń",
        "пароль из слов", "🦊🐻🐼🦁🐯🦄🐙🦋🌵🍄🌈🔥", "            a b c d e", "x9$Kq2!mPz7w", "9182736455463728",
        "my-password-is-long-enough", "new password 2 for me", "abcdefgh and then some", "correct horse battery"})
    void accepts(String password) {
        assertThatCode(() -> check(password)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "eleven char", "🦊🐻🐼🦁🐯🦄🐙🦋🌵🍄🌈"})
    void refusesShorterThanTwelveCharacters(String password) {
        assertRefused(password, "length");
    }

    @Test
    void countsCharactersAndNotBytes() {
        String longest = "🦊🐻🐼🦁🐯🦄🐙🦋".repeat(16);

        assertThatCode(() -> check("a1b2c3d4e5f6" + "x".repeat(116))).doesNotThrowAnyException();
        assertThatCode(() -> check("🌵🍄🌈🔥" + longest.substring(8))).doesNotThrowAnyException();
        assertRefused("a1b2c3d4e5f6" + "x".repeat(117), "length");
    }

    @Test
    void refusesOverFiveHundredTwelveBytesBeforeAnythingElse() {
        assertRefused("x".repeat(513), "length");
        assertRefused("\uFDFA".repeat(171), "length");
    }

    @Test
    void takesCompatibilityFormsForTheSamePassword() {
        assertThat(Password.of("password", "ﬁve wide ＷＯＲＤＳ")).isEqualTo(Password.of("password", "five wide WORDS"));
        assertThat(Password.of("password", "cafe\u0301")).isEqualTo(Password.of("password", "caf\u00e9"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"password1234", "Password123!", "P@ssw0rd1234", "p4$$w0rd!!!!", "passwordpassword",
        "PasswordPassword1", "password password", "!!!password!!!", "aaaaaaaaaaaa", "abababababab", "123412341234",
        "123456789012", "0123456789012", "9876543210987", "abcdefghijkl", "qwertyuiop123", "qwertyuiop[]",
        "1qaz2wsx3edc",
        "iloveyou1234", "letmein12345", "Welcome12345", "welcome2026!", "admin1234567", "adminadminadmin",
        "qwerty123456", "qwertyqwerty", "changeme1234", "administrator", "football2026", "sunshine1234",
        "liverpool1892", "------------", "            ", "websolutions", "SonyEricsson", "chickenwing101",
        "fyutkbyf2005", "leavemealone99"})
    void refusesWhatIsGuessedFirst(String password) {
        assertRefused(password, "too_common");
    }

    @ParameterizedTest
    @CsvSource({"x, 128", "😀, 128", "ab, 17", "0123456789, 4", "bcdefghijklm, 3"})
    void acceptsPatternsLongerThanAnyListHas(String unit, int times) {
        assertThatCode(() -> check(unit.repeat(times))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"x, 32", "😀, 32", "ab, 16", "password, 8"})
    void refusesPatternsUpToThereAndListedWordsAtAnyLength(String unit, int times) {
        assertRefused(unit.repeat(times), "too_common");
    }

    @Test
    void refusesTheThreeThousandThatPeopleTakeMost() throws IOException {
        try (InputStream list = Objects.requireNonNull(getClass().getResourceAsStream("leaked-passwords.txt"))) {
            List<String> passwords = new String(list.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter((line) -> !line.startsWith("#")).toList();

            assertThat(passwords).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(3000)
                    .allSatisfy((password) -> assertRefused(password, "too_common"));
        }
    }

    @ParameterizedTest
    @CsvSource({"wilhelmina@example.org!", "WILHELMINA@EXAMPLE.ORG", "my wilhelmina 2026", "x-Wilhelmina-x99"})
    void refusesOwnEmail(String password) {
        assertRefused(password, "contains_email");
    }

    @ParameterizedTest
    @CsvSource({"Ada Lovelace 1815", "xxadalovelacexx", "ADA LOVELACE!!"})
    void refusesOwnName(String password) {
        assertRefused(password, "contains_name");
    }

    @Test
    void refusesMailboxWithoutItsTag() {
        assertThatExceptionOfType(InvalidException.class).isThrownBy(() -> this.policy.check("password",
                Password.of("password", "wilhelmina rules"), new EmailAddress("wilhelmina+todo@example.org"), "W"));
    }

    @Test
    void ignoresNamesAndMailboxesTooShortToTell() {
        assertThatCode(() -> this.policy.check("password", Password.of("password", "a banana for bob"),
                new EmailAddress("bob@example.org"), "Ban")).doesNotThrowAnyException();
    }

    private void assertRefused(String password, String code) {
        assertThatExceptionOfType(InvalidException.class).isThrownBy(() -> check(password))
                .satisfies((ex) -> assertThat(ex.errors()).singleElement()
                        .extracting(FieldError::field, FieldError::code).containsExactly("password", code));
    }

    private void check(String password) {
        this.policy.check("password", Password.of("password", password), new EmailAddress("wilhelmina@example.org"),
                "Ada Lovelace");
    }

}
