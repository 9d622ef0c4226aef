package com.taskflow.auth;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.springframework.context.event.EventListener;
import org.springframework.data.domain.Limit;
import org.springframework.security.crypto.keygen.BytesKeyGenerator;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import com.taskflow.platform.error.NotFoundException;
import com.taskflow.platform.security.CurrentUser;
import com.taskflow.user.AccountDeleted;
import com.taskflow.user.Credentials;
import com.taskflow.user.PasswordChanged;
import com.taskflow.user.UserService;

/** Sessions from sign-in to their end, except what their refresh tokens do: that is {@link RefreshService}. */
@Service
class SessionService {

    private static final BytesKeyGenerator SALTS = KeyGenerators.secureRandom(16);

    private static final Limit MOST_LISTED = Limit.of(100);

    private final SessionRepository sessions;

    private final UserService users;

    private final TokenIssuer issuer;

    private final RefreshTokens tokens;

    private final SecurityEvents events;

    private final AuthProperties properties;

    private final Clock clock;

    SessionService(SessionRepository sessions, UserService users, TokenIssuer issuer, RefreshTokens tokens,
            SecurityEvents events, AuthProperties properties, Clock clock) {
        this.sessions = sessions;
        this.users = users;
        this.issuer = issuer;
        this.tokens = tokens;
        this.events = events;
        this.properties = properties;
        this.clock = clock;
    }

    /** Begins a session, inside the caller's transaction, which has locked the user's row. */
    @Transactional(propagation = Propagation.MANDATORY)
    public IssuedTokens open(Credentials user, Device device) {
        Instant now = this.clock.instant();
        Session session = this.sessions
                .save(new Session(user.userId(), device, SALTS.generateKey(), this.tokens.activeKeyId(), now,
                        this.properties));
        return this.issuer.issueFirst(session, user, device, now);
    }

    /** The newest live sessions, at most a hundred; read from the primary, so that one just ended is not among them. */
    @Transactional
    public List<SessionSummary> list(CurrentUser actor) {
        return this.sessions.findLive(actor.id(), this.clock.instant(), MOST_LISTED).stream()
                .map((session) -> SessionSummary.of(session, actor.sessionId())).toList();
    }

    /** Ends the session that the actor is signed in with. */
    @Transactional
    public void logout(UUID userId, UUID sessionId) {
        this.sessions.lockByIdAndUserId(sessionId, userId)
                .ifPresent((session) -> end(session, RevocationReason.LOGOUT));
    }

    /** @throws NotFoundException unless it is, or was, a session of the actor */
    @Transactional
    public void close(CurrentUser actor, UUID sessionId) {
        end(this.sessions.lockByIdAndUserId(sessionId, actor.id())
                .orElseThrow(() -> NotFoundException.of("session", sessionId)), RevocationReason.CLOSED_REMOTELY);
    }

    private void end(Session session, RevocationReason reason) {
        session.revoke(reason, this.clock.instant());
        this.sessions.save(session);
    }

    /** Ends all of the actor's sessions, and with the epoch every access token made so far. */
    @Transactional
    public void logoutAll(CurrentUser actor) {
        this.users.raiseEpoch(actor.id());
        this.sessions.revokeAll(actor.id(), RevocationReason.LOGOUT_ALL.wireName(), this.clock.instant());
        this.events.record(SecurityEvent.of(SecurityEventType.SIGNED_OUT_EVERYWHERE, actor.id()));
    }

    /** Nobody who knew the old password stays signed in; commits or fails with the new one. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(PasswordChanged event) {
        this.sessions.revokeAll(event.userId(), RevocationReason.PASSWORD_CHANGED.wireName(), this.clock.instant());
    }

    /** Nobody stays signed in to an account that is no more. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(AccountDeleted event) {
        this.sessions.revokeAll(event.userId(), RevocationReason.ACCOUNT_DELETED.wireName(), this.clock.instant());
    }

}
