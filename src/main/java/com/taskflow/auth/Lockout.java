package com.taskflow.auth;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import com.taskflow.platform.crypto.Base64Url;
import com.taskflow.platform.security.CurrentUser;
import com.taskflow.platform.security.Hmac;
import com.taskflow.platform.security.KeySource;
import com.taskflow.user.Credentials;
import com.taskflow.user.EmailAddress;
import com.taskflow.user.PasswordChanged;

/**
 * Keeps wrong passwords few without giving strangers a way to keep the owner out: who shows that the device has signed
 * in to the account before is counted by that device, everybody else together. Addresses without an account are counted
 * like those with one, under a pseudonym, so that they cannot be told apart.
 */
@Component
class Lockout {

    private static final String PURPOSE = "sign-in-address";

    private final AttemptCounters counters;

    private final DeviceTokens deviceTokens;

    private final KeySource keys;

    Lockout(AttemptCounters counters, DeviceTokens deviceTokens, KeySource keys) {
        this.counters = counters;
        this.deviceTokens = deviceTokens;
        this.keys = keys;
    }

    /**
     * Counts an attempt as failed, in a transaction of its own, before its password is looked at.
     * @param known the account of the address, if there is one
     */
    Attempt reserve(EmailAddress email, @Nullable Credentials known, Device device) {
        return this.counters.reserve((known != null) ? subject(known, device) : unknown(email));
    }

    /** Likewise for somebody who is signed in: a stolen access token does not let its thief guess on. */
    Attempt reserve(CurrentUser actor) {
        return this.counters.reserve(AttemptSubject.session(actor.sessionId(), actor.id()));
    }

    private AttemptSubject subject(Credentials known, Device device) {
        return this.deviceTokens.idOf(device, known).map((id) -> AttemptSubject.device(id, known.userId()))
                .orElseGet(() -> AttemptSubject.strangersOf(known.userId()));
    }

    private AttemptSubject unknown(EmailAddress email) {
        byte[] pseudonym = Hmac.sha256(this.keys.current().peppers().active(), PURPOSE,
                email.key().getBytes(StandardCharsets.UTF_8));
        return AttemptSubject.address(Base64Url.encode(pseudonym));
    }

    /** Takes back an attempt whose password could not be looked at. */
    void giveBack(Attempt attempt) {
        if (attempt.admitted()) {
            this.counters.giveBack(attempt.subject());
        }
    }

    /** Takes note, inside the caller's transaction, that the password was right. */
    void succeed(Attempt attempt) {
        this.counters.clear(attempt.subject());
    }

    /** Who reads the account's mail is its owner: whatever was counted is void. */
    @EventListener
    void on(PasswordChanged event) {
        if (event.byMail()) {
            this.counters.clear(event.userId());
        }
    }

}
