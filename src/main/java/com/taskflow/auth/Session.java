package com.taskflow.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;

import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AfterDomainEventPublication;
import org.springframework.data.domain.DomainEvents;
import org.springframework.data.domain.Persistable;

import com.taskflow.platform.persistence.Identifiers;

/**
 * One sign-in and the family of its refresh tokens. Whoever changes it has locked its row. {@code rotatedAt} is in the
 * database's time, everything else in the application's.
 */
@Entity
@Table(name = "session")
class Session implements Persistable<UUID> {

    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID userId;

    @Column(updatable = false)
    private byte[] salt;

    private String pepperKid;

    private int generation = 1;

    private int replays;

    private Instant rotatedAt;

    @Column(updatable = false)
    private Instant createdAt;

    private Instant lastUsedAt;

    private Instant idleExpiresAt;

    @Column(updatable = false)
    private Instant expiresAt;

    private @Nullable Instant revokedAt;

    private @Nullable String revokedReason;

    @Column(updatable = false)
    private @Nullable String userAgent;

    @Column(updatable = false)
    private @Nullable String ip;

    @Transient
    private boolean isNew;

    @Transient
    private final List<Object> events = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected Session() {}

    Session(UUID userId, Device device, byte[] salt, String pepperKid, Instant now, AuthProperties properties) {
        this.id = Identifiers.next();
        this.userId = userId;
        this.salt = salt.clone();
        this.pepperKid = pepperKid;
        this.rotatedAt = now;
        this.createdAt = now;
        this.lastUsedAt = now;
        this.expiresAt = now.plus(properties.refreshAbsolute());
        this.idleExpiresAt = earlier(now.plus(properties.refreshIdle()), this.expiresAt);
        this.userAgent = device.userAgent();
        this.ip = device.network();
        this.isNew = true;
        this.events.add(new SessionOpened(this.id, userId, this.ip));
    }

    /** Goes on to the next generation and starts the idle time anew. */
    void rotate(String pepperKid, Instant databaseNow, Instant now, Duration idle) {
        this.generation++;
        this.pepperKid = pepperKid;
        this.replays = 0;
        this.rotatedAt = databaseNow;
        this.lastUsedAt = now;
        this.idleExpiresAt = earlier(now.plus(idle), this.expiresAt);
    }

    /** Counts that the current token was handed out again. */
    void countReplay() {
        this.replays++;
    }

    /** The current token could be handed out only now: whoever else waits for it may have it, too. */
    void restartGrace(Instant databaseNow) {
        this.rotatedAt = databaseNow;
    }

    /** Ends the session; the first reason stays. Saving it then publishes {@link SessionRevoked}. */
    void revoke(RevocationReason reason, Instant now) {
        if (this.revokedAt == null) {
            this.revokedAt = now;
            this.revokedReason = reason.wireName();
            this.events.add(new SessionRevoked(this.id, this.userId, reason));
        }
    }

    @DomainEvents
    Collection<Object> events() {
        return List.copyOf(this.events);
    }

    @AfterDomainEventPublication
    void forgetEvents() {
        this.events.clear();
    }

    boolean isLive(Instant now) {
        return this.revokedAt == null && now.isBefore(this.idleExpiresAt) && now.isBefore(this.expiresAt);
    }

    /** Whether the last rotation is at most this long ago, by the database's clock. */
    boolean isRotatedWithin(Duration grace, Instant databaseNow) {
        return !databaseNow.isAfter(this.rotatedAt.plus(grace));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    @PostLoad
    @PostPersist
    void markStored() {
        this.isNew = false;
    }

    @Override
    public UUID getId() {
        return this.id;
    }

    @Override
    public boolean isNew() {
        return this.isNew;
    }

    UUID userId() {
        return this.userId;
    }

    byte[] salt() {
        return this.salt.clone();
    }

    /** The pepper that the current generation's token is derived with. */
    String pepperKid() {
        return this.pepperKid;
    }

    int generation() {
        return this.generation;
    }

    int replays() {
        return this.replays;
    }

    Instant createdAt() {
        return this.createdAt;
    }

    Instant lastUsedAt() {
        return this.lastUsedAt;
    }

    /** When it ends unless it is refreshed. */
    Instant idleExpiresAt() {
        return this.idleExpiresAt;
    }

    @Nullable
    String userAgent() {
        return this.userAgent;
    }

    @Nullable
    String ip() {
        return this.ip;
    }

}
