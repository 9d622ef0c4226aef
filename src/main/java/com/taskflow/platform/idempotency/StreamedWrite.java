package com.taskflow.platform.idempotency;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.UUID;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.ResponseEntity;

import com.taskflow.platform.error.ConflictException;
import com.taskflow.platform.error.PayloadTooLargeException;

/**
 * A keyed write whose body is too large to be held in memory. Its handler reads the body to the end and then, in the
 * transaction of the write, stores its answer. Any number of the same may come at once: one of them gets through.
 */
public final class StreamedWrite {

    private static final String ATTRIBUTE = StreamedWrite.class.getName();

    private final StoredAnswers answers;

    private final UUID owner;

    private final String name;

    private final StreamedRequest request;

    StreamedWrite(StoredAnswers answers, UUID owner, String name, StreamedRequest request) {
        this.answers = answers;
        this.owner = owner;
        this.name = name;
        this.request = request;
    }

    /** The write that a request is, if it has a key. */
    public static Optional<StreamedWrite> of(HttpServletRequest request) {
        return Optional.ofNullable((StreamedWrite) request.getAttribute(ATTRIBUTE));
    }

    void attachTo(HttpServletRequest other) {
        other.setAttribute(ATTRIBUTE, this);
    }

    /**
     * The answer that the write got before. Only when there is one under the key is the body read, to compare it; of one
     * that is too large the handler says so.
     * @throws ConflictException 422 {@code idempotency-key-reused} when it was another write
     */
    Optional<StoredAnswer> find() throws IOException {
        IdempotencyKey unread = IdempotencyKey.of(this.owner, this.name, this.request, new byte[0]);
        try {
            return this.answers.isTaken(unread) ? this.answers.find(key()) : Optional.empty();
        } catch (PayloadTooLargeException ex) {
            return Optional.empty();
        }
    }

    /**
     * Stores the answer, inside the write's transaction.
     * @throws ConflictException 409 {@code idempotency-key-in-use} when the same write was done meanwhile: sent again,
     * it gets that one's answer
     */
    public void store(ResponseEntity<?> answer) {
        try {
            IdempotencyKey key = key();
            this.answers.claim(key);
            if (this.answers.isTaken(key)) {
                throw StoredAnswers.inUse();
            }
            this.answers.store(key, answer);
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private IdempotencyKey key() throws IOException {
        return IdempotencyKey.of(this.owner, this.name, this.request, this.request.digest());
    }

}
