package com.taskflow.auth;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import com.taskflow.auth.SecondFactorChanged.Change;
import com.taskflow.platform.error.ConflictException;
import com.taskflow.platform.error.NotFoundException;
import com.taskflow.platform.security.SecretSealer;

/**
 * What can be done with second factors, inside the caller's transaction, which has locked the user's row. A refused code
 * is a result and no exception: the attempt must be committed.
 */
@Component
class SecondFactors {

    static final String WRONG_CODE = "This code is wrong or was used already: wait for the next one.";

    private static final String PURPOSE = "second-factor";

    private final SecondFactorRepository factors;

    private final SecretSealer sealer;

    private final ApplicationEventPublisher events;

    private final Clock clock;

    SecondFactors(SecondFactorRepository factors, SecretSealer sealer, ApplicationEventPublisher events, Clock clock) {
        this.factors = factors;
        this.sealer = sealer;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public boolean isOn(UUID userId) {
        return this.factors.findById(userId).filter(SecondFactor::isOn).isPresent();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public SecondFactorStatus status(UUID userId) {
        return this.factors.findById(userId).filter(SecondFactor::isOn)
                .map((factor) -> new SecondFactorStatus(true, factor.recoveryCodesLeft()))
                .orElse(SecondFactorStatus.OFF);
    }

    /**
     * Begins an enrolment, or begins it anew.
     * @return the secret, for the user alone
     * @throws ConflictException {@code second-factor-enabled}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public byte[] begin(UUID userId) {
        Optional<SecondFactor> pending = this.factors.lockById(userId);
        pending.ifPresent(SecondFactors::requireOff);
        byte[] secret = Totp.newSecret();
        String sealed = seal(userId, secret);
        Instant now = this.clock.instant();
        pending.ifPresentOrElse((factor) -> factor.restart(sealed, now),
                () -> this.factors.save(new SecondFactor(userId, sealed, now)));
        return secret;
    }

    private static void requireOff(SecondFactor factor) {
        if (factor.isOn()) {
            throw ConflictException.of("second-factor-enabled", "The second factor is on: switch it off first.");
        }
    }

    /**
     * Ends the enrolment: from then on sign-in asks for a code. Empty when the code is not accepted.
     * @throws ConflictException {@code second-factor-enabled}
     * @throws NotFoundException when no enrolment is pending
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<List<RecoveryCode>> confirm(UUID userId, String code) {
        SecondFactor factor = this.factors.lockById(userId).orElseThrow(() -> none(userId));
        requireOff(factor);
        if (!isAccepted(factor, code)) {
            return Optional.empty();
        }
        factor.confirm(this.clock.instant());
        publish(userId, Change.ENABLED);
        return Optional.of(renewed(factor));
    }

    /** Whether the code proves that the user has the second factor, or was left one of its recovery codes. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean prove(UUID userId, String code) {
        return this.factors.lockById(userId).filter(SecondFactor::isOn).filter((factor) -> isAccepted(factor, code))
                .isPresent();
    }

    /**
     * Replaces the recovery codes. Empty when the code is not accepted.
     * @throws NotFoundException when the second factor is off
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<List<RecoveryCode>> renewRecoveryCodes(UUID userId, String code) {
        SecondFactor factor = lockOn(userId);
        if (!isAccepted(factor, code)) {
            return Optional.empty();
        }
        publish(userId, Change.RECOVERY_CODES_RENEWED);
        return Optional.of(renewed(factor));
    }

    /**
     * Switches the second factor off; false when the code is not accepted.
     * @throws NotFoundException when it is off
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean remove(UUID userId, String code) {
        SecondFactor factor = lockOn(userId);
        boolean accepted = isAccepted(factor, code);
        if (accepted) {
            this.factors.delete(factor);
            publish(userId, Change.DISABLED);
        }
        return accepted;
    }

    /** Encrypts the secret with the active pepper, if it is not. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void reseal(UUID userId) {
        this.factors.lockById(userId).ifPresent((factor) -> open(factor).ifPresent((secret) -> reseal(factor, secret)));
    }

    private SecondFactor lockOn(UUID userId) {
        return this.factors.lockById(userId).filter(SecondFactor::isOn).orElseThrow(() -> none(userId));
    }

    private static NotFoundException none(UUID userId) {
        return NotFoundException.of("second factor of", userId);
    }

    private boolean isAccepted(SecondFactor factor, String typed) {
        Instant now = this.clock.instant();
        if (!factor.reserveAttempt(now)) {
            return false;
        }
        boolean accepted = isStep(factor, typed.replaceAll("\\s", ""), now) || isRecoveryCode(factor, typed);
        if (accepted) {
            factor.forgetAttempts();
        } else if (factor.isLocked()) {
            publish(factor.getId(), Change.LOCKED);
        }
        return accepted;
    }

    private boolean isStep(SecondFactor factor, String code, Instant now) {
        Optional<byte[]> secret = open(factor);
        OptionalLong step = secret.isPresent()
                ? Totp.stepOf(secret.get(), code, factor.lastStep(), now)
                : OptionalLong.empty();
        step.ifPresent((used) -> {
            factor.useStep(used);
            reseal(factor, secret.orElseThrow());
        });
        return step.isPresent();
    }

    private boolean isRecoveryCode(SecondFactor factor, String typed) {
        boolean used = factor.useRecoveryCode(new RecoveryCode(typed).digest(factor.getId()));
        if (used) {
            publish(factor.getId(), Change.RECOVERY_CODE_USED);
        }
        return used;
    }

    private static List<RecoveryCode> renewed(SecondFactor factor) {
        List<RecoveryCode> codes = RecoveryCode.next();
        factor.replaceRecoveryCodes(codes.stream().map((code) -> code.digest(factor.getId())).toList());
        return codes;
    }

    private void reseal(SecondFactor factor, byte[] secret) {
        if (!factor.secret().startsWith(this.sealer.activePrefix())) {
            factor.reseal(seal(factor.getId(), secret));
        }
    }

    private String seal(UUID userId, byte[] secret) {
        return this.sealer.seal(PURPOSE, userId.toString(), secret);
    }

    private Optional<byte[]> open(SecondFactor factor) {
        return this.sealer.open(PURPOSE, factor.getId().toString(), factor.secret());
    }

    private void publish(UUID userId, Change change) {
        this.events.publishEvent(new SecondFactorChanged(userId, change, this.clock.instant()));
    }

}
