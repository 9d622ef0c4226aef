package com.taskflow.auth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.springframework.stereotype.Component;

import com.taskflow.user.Credentials;
import com.taskflow.user.UserService;

/**
 * Rotation of refresh tokens with reuse detection (RFC 9700 §4.14.2). Runs inside the caller's transaction and locks the
 * session's row first, so that of two uses of one token the second sees what the first did. Nothing is thrown for a
 * refusal: the revocation after a reuse must commit.
 */
@Component
class SessionRotation {

    private final SessionRepository sessions;

    private final RefreshTokens tokens;

    private final UserService users;

    private final TokenIssuer issuer;

    private final SecurityEvents events;

    private final AuthProperties properties;

    private final Clock clock;

    SessionRotation(SessionRepository sessions, RefreshTokens tokens, UserService users, TokenIssuer issuer,
            SecurityEvents events, AuthProperties properties, Clock clock) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.users = users;
        this.issuer = issuer;
        this.events = events;
        this.properties = properties;
        this.clock = clock;
    }

    /** Reads without a lock, and without a transaction of the caller's: the answer holds for good. */
    boolean isGenuine(RefreshToken token) {
        return this.sessions.findById(token.sessionId())
                .filter((session) -> this.tokens.isAuthentic(token, session.salt())).isPresent();
    }

    /** @param waited for how long the token's client has been asking without an answer */
    RefreshResult use(RefreshToken token, Duration waited) {
        return lock(token).map((session) -> use(session, token.generation(), waited))
                .orElseGet(() -> RefreshResult.refused(RefreshOutcome.FORGED));
    }

    /**
     * Ends the token's session. A token of any generation can do that, a rotated one too: the worst that a thief does
     * with it is what its owner would do.
     * @return whether the token was genuine
     */
    boolean end(RefreshToken token) {
        Optional<Session> session = lock(token);
        session.ifPresent((found) -> revoke(found, RevocationReason.LOGOUT, this.clock.instant()));
        return session.isPresent();
    }

    private Optional<Session> lock(RefreshToken token) {
        return this.sessions.lockById(token.sessionId())
                .filter((session) -> this.tokens.isAuthentic(token, session.salt()));
    }

    private RefreshResult use(Session session, int presented, Duration waited) {
        Instant now = this.clock.instant();
        Optional<Credentials> user = this.users.findCredentials(session.userId())
                .filter((credentials) -> !credentials.disabled());
        if (user.isEmpty() || !session.isLive(now)) {
            return RefreshResult.refused(RefreshOutcome.ENDED);
        }
        RefreshOutcome outcome = advance(session, presented, waited, now);
        recordIfAlarming(session, outcome);
        return switch (outcome) {
            case ROTATED, REPLAYED -> new RefreshResult(outcome, this.issuer.issue(session, user.get().epoch(), now));
            default -> RefreshResult.refused(outcome);
        };
    }

    private RefreshOutcome advance(Session session, int presented, Duration waited, Instant now) {
        Instant databaseNow = this.sessions.databaseTime();
        if (presented > session.generation()) {
            return RefreshOutcome.AHEAD;
        }
        if (presented == session.generation()) {
            session.rotate(this.tokens.activeKeyId(), databaseNow, now, this.properties.refreshIdle());
            return RefreshOutcome.ROTATED;
        }
        if (presented < session.generation() - 1
                || !session.isRotatedWithin(this.properties.reuseGrace().plus(waited), databaseNow)) {
            revoke(session, RevocationReason.TOKEN_REUSED, now);
            return RefreshOutcome.REUSED;
        }
        if (session.replays() >= this.properties.replayLimit()) {
            return RefreshOutcome.LIMITED;
        }
        if (!this.tokens.isKnownKey(session.pepperKid())) {
            // The successor cannot be made again: its pepper was withdrawn meanwhile.
            return RefreshOutcome.ENDED;
        }
        session.countReplay();
        if (!session.isRotatedWithin(this.properties.reuseGrace(), databaseNow)) {
            session.restartGrace(databaseNow);
        }
        return RefreshOutcome.REPLAYED;
    }

    private void recordIfAlarming(Session session, RefreshOutcome outcome) {
        if (outcome == RefreshOutcome.REUSED || outcome == RefreshOutcome.AHEAD) {
            SecurityEventType type = (outcome == RefreshOutcome.REUSED)
                    ? SecurityEventType.REFRESH_REUSED
                    : SecurityEventType.REFRESH_AHEAD;
            this.events.record(SecurityEvent.of(type, session.userId()).in(session.getId()));
        }
    }

    private void revoke(Session session, RevocationReason reason, Instant now) {
        session.revoke(reason, now);
        this.sessions.save(session);
    }

}
