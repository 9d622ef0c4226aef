package com.taskflow.user;

import java.time.Instant;
import java.util.UUID;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.jspecify.annotations.Nullable;

/** An account. Once disabled it never comes back; its address is free for another. */
@Entity
@EntityListeners(UserChanges.class)
@Table(name = "users")
class User {

    @Id
    private UUID id;

    private String email;

    private @Nullable String emailKey;

    private @Nullable Instant emailVerifiedAt;

    private String name;

    private String timeZone = "UTC";

    private String passwordHash;

    private @Nullable Instant passwordResetAt;

    private int epoch;

    private @Nullable Instant epochRaisedAt;

    private @Nullable Instant disabledAt;

    @Version
    private @Nullable Integer version;

    @Column(updatable = false)
    private Instant createdAt;

    private Instant updatedAt;

    @SuppressWarnings("NullAway.Init")
    protected User() {}

    User(UUID id, EmailAddress email, String name, String passwordHash, Instant now) {
        this.id = id;
        this.email = email.value();
        this.emailKey = email.key();
        this.name = name;
        this.passwordHash = passwordHash;
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** Takes over what the person calls themselves; nothing happens when it is the same. */
    void rename(String name, Instant now) {
        if (!this.name.equals(name)) {
            this.name = name;
            this.updatedAt = now;
        }
    }

    void moveTo(String timeZone, Instant now) {
        if (!this.timeZone.equals(timeZone)) {
            this.timeZone = timeZone;
            this.updatedAt = now;
        }
    }

    /** Sets a new password and makes every access token issued so far worthless. */
    void changePassword(String passwordHash, Instant now) {
        this.passwordHash = passwordHash;
        this.updatedAt = now;
        raiseEpoch(now);
    }

    /** Sets a new password for who could not say the old one, which also voids what known devices had. */
    void resetPassword(String passwordHash, Instant now) {
        changePassword(passwordHash, now);
        this.passwordResetAt = now;
    }

    /** Takes over another hash of the same password. */
    void upgradePasswordHash(String passwordHash) {
        this.passwordHash = passwordHash;
    }

    /** Takes note that the person reads mail at the address; false when that was known. */
    boolean confirmEmail(Instant now) {
        if (this.emailVerifiedAt != null) {
            return false;
        }
        this.emailVerifiedAt = now;
        this.updatedAt = now;
        return true;
    }

    /** Ends the account for good: no token counts any more, and its address is free. */
    void disable(Instant now) {
        if (this.disabledAt == null) {
            this.disabledAt = now;
            this.emailKey = null;
            this.updatedAt = now;
            raiseEpoch(now);
        }
    }

    /** Makes every access token issued so far worthless. */
    void raiseEpoch(Instant now) {
        this.epoch++;
        this.epochRaisedAt = now;
    }

    UUID id() {
        return this.id;
    }

    String email() {
        return this.email;
    }

    boolean emailVerified() {
        return this.emailVerifiedAt != null;
    }

    String name() {
        return this.name;
    }

    String timeZone() {
        return this.timeZone;
    }

    String passwordHash() {
        return this.passwordHash;
    }

    /** When the password was last set by mail, null when it never was. */
    @Nullable
    Instant passwordResetAt() {
        return this.passwordResetAt;
    }

    int epoch() {
        return this.epoch;
    }

    boolean disabled() {
        return this.disabledAt != null;
    }

    int version() {
        return (this.version != null) ? this.version : 0;
    }

    Instant createdAt() {
        return this.createdAt;
    }

}
