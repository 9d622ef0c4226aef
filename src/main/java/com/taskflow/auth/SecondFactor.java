package com.taskflow.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/**
 * A user's second factor, pending until a code of it was seen. Whoever changes it has locked its row: the number of
 * attempts and the steps used up hold against parallel guesses on all replicas.
 */
@Entity
@Table(name = "second_factor")
class SecondFactor implements Persistable<UUID> {

    /** How many codes may be tried in a {@link #ATTEMPT_WINDOW}. */
    static final int MOST_ATTEMPTS = 5;

    static final Duration ATTEMPT_WINDOW = Duration.ofMinutes(15);

    @Id
    private UUID userId;

    private String secret;

    private long lastStep;

    private int attempts;

    private @Nullable Instant attemptsSince;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> recoveryCodes = List.of();

    private @Nullable Instant pendingSince;

    private @Nullable Instant confirmedAt;

    @Transient
    private boolean isNew;

    @SuppressWarnings("NullAway.Init")
    protected SecondFactor() {}

    SecondFactor(UUID userId, String sealedSecret, Instant now) {
        this.userId = userId;
        this.secret = sealedSecret;
        this.pendingSince = now;
        this.isNew = true;
    }

    /** Begins the pending enrolment anew with another secret; attempts stay counted. */
    void restart(String sealedSecret, Instant now) {
        if (isOn()) {
            throw new IllegalStateException("The second factor is on");
        }
        this.secret = sealedSecret;
        this.pendingSince = now;
    }

    /** Counts an attempt before it is looked at; false when it may not be made. */
    boolean reserveAttempt(Instant now) {
        if (this.attemptsSince == null || !now.isBefore(this.attemptsSince.plus(ATTEMPT_WINDOW))) {
            this.attemptsSince = now;
            this.attempts = 0;
        }
        if (isLocked()) {
            return false;
        }
        this.attempts++;
        return true;
    }

    /** Whether the attempts of the present window are used up. */
    boolean isLocked() {
        return this.attempts >= MOST_ATTEMPTS;
    }

    /** The attempt was right: what went wrong before counts no more. */
    void forgetAttempts() {
        this.attempts = 0;
        this.attemptsSince = null;
    }

    /** Uses a step up, with all before it. */
    void useStep(long step) {
        if (step <= this.lastStep) {
            throw new IllegalStateException("Step %d is used up, as is every one to %d".formatted(step, this.lastStep));
        }
        this.lastStep = step;
    }

    /** Uses a recovery code up; false unless it is one that was not used yet. */
    boolean useRecoveryCode(String digest) {
        List<String> left = this.recoveryCodes.stream().filter((code) -> !code.equals(digest)).toList();
        boolean used = left.size() < this.recoveryCodes.size();
        if (used) {
            this.recoveryCodes = left;
        }
        return used;
    }

    /** From now on sign-in asks for it. */
    void confirm(Instant now) {
        if (isOn()) {
            throw new IllegalStateException("The second factor is on");
        }
        this.pendingSince = null;
        this.confirmedAt = now;
    }

    /** Replaces whatever is left of the earlier recovery codes. */
    void replaceRecoveryCodes(List<String> digests) {
        this.recoveryCodes = List.copyOf(digests);
    }

    /** Takes over the same secret under another key. */
    void reseal(String sealedSecret) {
        this.secret = sealedSecret;
    }

    boolean isOn() {
        return this.confirmedAt != null;
    }

    @PostLoad
    @PostPersist
    void markStored() {
        this.isNew = false;
    }

    @Override
    public UUID getId() {
        return this.userId;
    }

    @Override
    public boolean isNew() {
        return this.isNew;
    }

    /** Encrypted. */
    String secret() {
        return this.secret;
    }

    /** The newest step that a code was accepted for. */
    long lastStep() {
        return this.lastStep;
    }

    int recoveryCodesLeft() {
        return this.recoveryCodes.size();
    }

}
