package com.taskflow.platform.idempotency;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

import com.taskflow.platform.error.PayloadTooLargeException;
import com.taskflow.platform.persistence.OwnerTransactions;
import com.taskflow.platform.security.CurrentUser;

/**
 * Makes a signed-in {@code POST} with an {@code Idempotency-Key} safe to repeat: the whole request runs in one
 * transaction, in which its answer is stored when it is a success. Whoever repeats it gets that answer, for as long as
 * the key is kept. Runs behind the security filters.
 */
@Component
class IdempotencyFilter extends OncePerRequestFilter {

    private final StoredAnswers answers;

    private final OwnerTransactions transactions;

    IdempotencyFilter(StoredAnswers answers, OwnerTransactions transactions) {
        this.answers = answers;
        this.transactions = transactions;
    }

    /** What answers with a secret is not stored: tokens, the second factor's key and codes, a calendar's address. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !HttpMethod.POST.matches(request.getMethod()) || request.getHeader(IdempotencyKey.HEADER) == null
                || !path.startsWith("/api/v1/") || path.startsWith("/api/v1/auth/")
                || path.startsWith("/api/v1/users/me/second-factor") || path.startsWith("/api/v1/calendar/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        String name = IdempotencyKey.read(request);
        byte[] body = read(request);
        if (name == null || body == null || authentication == null
                || !(authentication.getPrincipal() instanceof CurrentUser user)) {
            chain.doFilter(request, response);
            return;
        }
        IdempotencyKey key = IdempotencyKey.of(user.id(), name, request, body);
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        StoredAnswer stored = this.transactions.write(user.id(), (transaction) -> {
            answer.resetBuffer();
            return answer(key, () -> chain.doFilter(new ReadRequest(request, body), answer), answer, transaction);
        });
        if (stored != null) {
            stored.replay(response);
        } else {
            answer.copyBodyToResponse();
        }
    }

    /** Null when it is too large for its route, which says so when it reads it. */
    private static byte @Nullable [] read(HttpServletRequest request) throws IOException {
        try {
            return request.getInputStream().readAllBytes();
        } catch (PayloadTooLargeException ex) {
            return null;
        }
    }

    /** The answer that was given before; null when this request has made its own. */
    private @Nullable StoredAnswer answer(IdempotencyKey key, Work work, ContentCachingResponseWrapper answer,
            TransactionStatus transaction) {
        this.answers.claim(key);
        return this.answers.find(key).orElseGet(() -> {
            work.run();
            StoredAnswer made = StoredAnswer.of(answer);
            if (made.isSuccess()) {
                this.answers.store(key, made);
            } else {
                transaction.setRollbackOnly();
            }
            return null;
        });
    }

    /** The rest of the filter chain. */
    private interface Work {

        void doWork() throws IOException, ServletException;

        default void run() {
            try {
                doWork();
            } catch (IOException ex) {
                throw new UncheckedIOException(ex);
            } catch (ServletException ex) {
                throw new IllegalStateException(ex);
            }
        }

    }

    /** The request with its body, which has been read for the fingerprint. */
    private static final class ReadRequest extends HttpServletRequestWrapper {

        private final byte[] body;

        private ReadRequest(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            return new ReadInputStream(new ByteArrayInputStream(this.body));
        }

    }

    private static final class ReadInputStream extends ServletInputStream {

        private final ByteArrayInputStream body;

        private ReadInputStream(ByteArrayInputStream body) {
            this.body = body;
        }

        @Override
        public int read() {
            return this.body.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            return this.body.read(buffer, offset, length);
        }

        @Override
        public boolean isFinished() {
            return this.body.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("The body is read at once");
        }

    }

}
