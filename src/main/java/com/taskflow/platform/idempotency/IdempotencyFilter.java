package com.taskflow.platform.idempotency;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

import com.taskflow.platform.error.PayloadTooLargeException;
import com.taskflow.platform.persistence.OwnerTransactions;
import com.taskflow.platform.security.CurrentUser;
import com.taskflow.platform.web.ApiRequests;

/**
 * Makes a signed-in {@code POST} with an {@code Idempotency-Key} safe to repeat: the whole request runs in one
 * transaction, in which its answer is stored when it is a success. Whoever repeats it gets that answer, for as long as
 * the key is kept. Runs behind the security filters.
 */
@Component
class IdempotencyFilter extends OncePerRequestFilter {

    /** The writes that this replica is at work on: whoever comes second need not queue to hear it. */
    private final Set<String> running = ConcurrentHashMap.newKeySet();

    private final StoredAnswers answers;

    private final OwnerTransactions transactions;

    IdempotencyFilter(StoredAnswers answers, OwnerTransactions transactions) {
        this.answers = answers;
        this.transactions = transactions;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(IdempotencyKey.HEADER) == null
                || !ApiRequests.isRepeatable(request.getMethod(), request.getRequestURI());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        String name = IdempotencyKey.read(request);
        if (name == null || authentication == null
                || !(authentication.getPrincipal() instanceof CurrentUser user)) {
            chain.doFilter(request, response);
        } else if (ApiRequests.isImport(request)) {
            stream(new StreamedRequest(request), user.id(), name, response, chain);
        } else {
            byte[] body = read(request);
            if (body == null) {
                chain.doFilter(request, response);
                return;
            }
            answerOnce(IdempotencyKey.of(user.id(), name, request, IdempotencyKey.digest(request).digest(body)),
                    new ReadRequest(request, body), response, chain);
        }
    }

    /** Nothing is held while the body comes: the handler stores the answer, as a {@link StreamedWrite}. */
    private void stream(StreamedRequest request, UUID owner, String name, HttpServletResponse response,
            FilterChain chain) throws IOException, ServletException {
        StreamedWrite write = new StreamedWrite(this.answers, owner, name, request);
        Optional<StoredAnswer> stored = write.find();
        if (stored.isPresent()) {
            stored.get().replay(response);
            return;
        }
        write.attachTo(request);
        chain.doFilter(request, response);
    }

    private void answerOnce(IdempotencyKey key, ReadRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        if (!this.running.add(key.name())) {
            throw StoredAnswers.inUse();
        }
        try {
            answer(key, request, response, chain);
        } finally {
            this.running.remove(key.name());
        }
    }

    private void answer(IdempotencyKey key, ReadRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        StoredAnswer stored = this.transactions.write(key.owner(), (transaction) -> {
            answer.resetBuffer();
            return answer(key, () -> chain.doFilter(request, answer), answer, transaction);
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

}
