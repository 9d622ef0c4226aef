package com.taskflow.auth;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import com.taskflow.user.AccountDeleted;
import com.taskflow.user.PasswordChanged;
import com.taskflow.user.UserRegistered;

/** Records what is published about accounts and sessions, in the transaction that publishes it. */
@Component
class AccountEvents {

    private final SecurityEvents record;

    AccountEvents(SecurityEvents record) {
        this.record = record;
    }

    @EventListener
    void on(UserRegistered event) {
        this.record.record(SecurityEvent.of(SecurityEventType.ACCOUNT_REGISTERED, event.userId()));
    }

    @EventListener
    void on(SessionOpened event) {
        this.record.record(SecurityEvent.of(SecurityEventType.SIGNED_IN, event.userId()).in(event.sessionId())
                .from(event.network()));
    }

    @EventListener
    void on(NewDeviceSignedIn event) {
        this.record
                .record(SecurityEvent.of(SecurityEventType.NEW_DEVICE, event.userId()).from(event.network()));
    }

    @EventListener
    void on(SessionRevoked event) {
        this.record.record(SecurityEvent.of(SecurityEventType.SESSION_REVOKED, event.userId()).in(event.sessionId())
                .because(event.reason().wireName()));
    }

    @EventListener
    void on(PasswordChanged event) {
        this.record.record(SecurityEvent.of(
                event.byMail() ? SecurityEventType.PASSWORD_RESET : SecurityEventType.PASSWORD_CHANGED,
                event.userId()));
    }

    @EventListener
    void on(PasswordResetRequested event) {
        this.record.record(SecurityEvent.of(SecurityEventType.PASSWORD_RESET_REQUESTED, event.userId()));
    }

    @EventListener
    void on(SecondFactorChanged event) {
        this.record.record(SecurityEvent.of(type(event.change()), event.userId()));
    }

    private static SecurityEventType type(SecondFactorChanged.Change change) {
        return switch (change) {
            case ENABLED -> SecurityEventType.SECOND_FACTOR_ENABLED;
            case DISABLED -> SecurityEventType.SECOND_FACTOR_DISABLED;
            case RECOVERY_CODES_RENEWED -> SecurityEventType.RECOVERY_CODES_RENEWED;
            case RECOVERY_CODE_USED -> SecurityEventType.RECOVERY_CODE_USED;
            case LOCKED -> SecurityEventType.SECOND_FACTOR_LOCKED;
        };
    }

    /** Of nobody: what names the account goes with it. */
    @EventListener
    void on(AccountDeleted event) {
        this.record.record(SecurityEvent.of(SecurityEventType.ACCOUNT_DELETED, null));
    }

}
