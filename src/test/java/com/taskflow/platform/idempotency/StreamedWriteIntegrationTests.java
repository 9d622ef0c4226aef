package com.taskflow.platform.idempotency;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionOperations;

import com.taskflow.platform.error.ConflictException;
import com.taskflow.platform.security.CurrentUser;
import com.taskflow.testsupport.ApiUser;
import com.taskflow.testsupport.FullStackTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Keyed writes whose body is too large to be held in memory, at the filter. */
@FullStackTest
class StreamedWriteIntegrationTests {

    private final IdempotencyFilter filter;

    private final TransactionOperations transaction;

    private final UUID owner;

    StreamedWriteIntegrationTests(@Autowired IdempotencyFilter filter,
            @Autowired TransactionOperations transaction, @Autowired RestTestClient anonymous) {
        this.filter = filter;
        this.transaction = transaction;
        this.owner = ApiUser.register(anonymous).id();
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void readsNothingBeforeTheHandlerDoes() throws Exception {
        WatchedRequest request = new WatchedRequest("abc");

        send(request, (passed) -> {
            assertThat(request.opened).isFalse();
            write(passed);
        });

        assertThat(request.opened).isTrue();
    }

    @Test
    void givesTheStoredAnswerAgainToTheSameBodyAlone() throws Exception {
        send(new WatchedRequest("abc"), this::write);

        MockHttpServletResponse again = send(new WatchedRequest("abc"), (_) -> {
            throw new AssertionError("It is done");
        });

        assertThat(again.getStatus()).isEqualTo(202);
        assertThat(again.getContentAsString()).isEqualTo("\"done\"");
        assertThat(again.getHeader("Idempotent-Replayed")).isEqualTo("true");
        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> send(new WatchedRequest("abd"), this::write))
                .satisfies((ex) -> assertThat(ex.status().value()).isEqualTo(422));
    }

    @Test
    void letsOneOfTwoThatComeAtOnceThrough() throws Exception {
        send(new WatchedRequest("abc"), (outer) -> {
            send(new WatchedRequest("abc"), this::write);

            assertThatExceptionOfType(ConflictException.class).isThrownBy(() -> write(outer))
                    .satisfies((ex) -> assertThat(ex.status().value()).isEqualTo(409));
        });
    }

    private void write(HttpServletRequest request) throws IOException {
        request.getInputStream().transferTo(OutputStream.nullOutputStream());
        this.transaction.executeWithoutResult((_) -> StreamedWrite.of(request).orElseThrow()
                .store(ResponseEntity.accepted().body("done")));
    }

    private MockHttpServletResponse send(MockHttpServletRequest request, Handler handler)
            throws IOException, ServletException {
        request.addHeader(IdempotencyKey.HEADER, "key");
        SecurityContextHolder.getContext().setAuthentication(UsernamePasswordAuthenticationToken
                .authenticated(new CurrentUser(this.owner, UUID.randomUUID()), "", List.of()));
        MockHttpServletResponse response = new MockHttpServletResponse();
        this.filter.doFilterInternal(request, response, (passed, _) -> handler.handle((HttpServletRequest) passed));
        return response;
    }

    private interface Handler {

        void handle(HttpServletRequest request) throws IOException, ServletException;

    }

    /** Knows whether somebody has begun to read its body. */
    private static final class WatchedRequest extends MockHttpServletRequest {

        private boolean opened;

        private WatchedRequest(String body) {
            super("POST", "/api/v1/import");
            setContent(body.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public ServletInputStream getInputStream() {
            this.opened = true;
            return super.getInputStream();
        }

    }

}
