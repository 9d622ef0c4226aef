package com.taskflow.auth;

import java.util.Map;
import java.util.function.Supplier;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import com.taskflow.platform.error.UnauthenticatedException;
import com.taskflow.user.Credentials;

/** Lets people in who have proved who they are, inside the caller's transaction, which has locked the user's row. */
@Component
class Admission {

    private final SecondFactors factors;

    private final Challenges challenges;

    private final NewDevices devices;

    private final SessionService sessions;

    Admission(SecondFactors factors, Challenges challenges, NewDevices devices, SessionService sessions) {
        this.factors = factors;
        this.challenges = challenges;
        this.devices = devices;
        this.sessions = sessions;
    }

    /**
     * After the right password: a session, unless the account has a second factor.
     * @return to be asked once the transaction is committed, which the demand for a code must not undo; throws {@link
     * UnauthenticatedException} {@code second-factor-required} with the {@code challenge}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Supplier<IssuedTokens> afterPassword(Credentials user, Device device) {
        if (!this.factors.isOn(user.userId())) {
            IssuedTokens tokens = open(user, device);
            return () -> tokens;
        }
        String challenge = this.challenges.issue(user);
        return () -> {
            throw UnauthenticatedException.of("second-factor-required",
                    "The password is right; send the challenge on with a code.", Map.of("challenge", challenge));
        };
    }

    /** After everything that is asked for. */
    @Transactional(propagation = Propagation.MANDATORY)
    public IssuedTokens open(Credentials user, Device device) {
        this.devices.announceUnlessKnown(user, device);
        return this.sessions.open(user, device);
    }

}
