package com.taskflow.platform.idempotency;

import java.security.MessageDigest;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

import com.taskflow.platform.error.InvalidException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What an Idempotency-Key header may hold, and what it names. */
class IdempotencyKeyTests {

    private static final UUID OWNER = new UUID(0, 1);

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', value = {"abc, abc", "'\"abc\"', abc", "'\"a b\"', a b", "'\"a\\\"b\"', 'a\"b'",
        "019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b, 019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b", "a/b:c=, a/b:c="})
    void readsStringAndTokenAlike(String header, String key) {
        assertThat(IdempotencyKey.read(request(header))).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"\"", " ", "a b", "\"a", "a\"", "a,b", "a;b", "é", "\"é\"", "\"a\\b\"", "a\u0000"})
    void refusesMalformedOnes(String header) {
        assertThatExceptionOfType(InvalidException.class).isThrownBy(() -> IdempotencyKey.read(request(header)));
    }

    @Test
    void refusesMoreThan255Characters() {
        assertThat(IdempotencyKey.read(request("x".repeat(255)))).hasSize(255);
        assertThatExceptionOfType(InvalidException.class)
                .isThrownBy(() -> IdempotencyKey.read(request("x".repeat(256))));
    }

    @Test
    void refusesTwoHeaders() {
        MockHttpServletRequest request = request("a");
        request.addHeader(IdempotencyKey.HEADER, "a");

        assertThatExceptionOfType(InvalidException.class).isThrownBy(() -> IdempotencyKey.read(request));
    }

    @Test
    void namesTheRouteWithoutItsIds() {
        MockHttpServletRequest request = request("a");
        request.setMethod("POST");
        request.setRequestURI("/api/v1/tasks/019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b/restore");

        assertThat(key(request).route()).isEqualTo("POST /api/v1/tasks/{id}/restore");
    }

    @Test
    void tellsWritesApart() {
        MockHttpServletRequest request = request("a");
        String fingerprint = key(request, 1).fingerprint();

        assertThat(key(request, 1).fingerprint()).isEqualTo(fingerprint);
        assertThat(key(request, 2).fingerprint()).isNotEqualTo(fingerprint);
        request.setQueryString("atomic=true");
        assertThat(key(request, 1).fingerprint()).isNotEqualTo(fingerprint);
    }

    private static IdempotencyKey key(MockHttpServletRequest request, int... body) {
        MessageDigest digest = IdempotencyKey.digest(request);
        IntStream.of(body).forEach((octet) -> digest.update((byte) octet));
        return IdempotencyKey.of(OWNER, "a", request, digest.digest());
    }

    private static MockHttpServletRequest request(String header) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/v1/tasks");
        request.addHeader(IdempotencyKey.HEADER, header);
        return request;
    }

}
