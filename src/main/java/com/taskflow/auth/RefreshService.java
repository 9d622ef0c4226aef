package com.taskflow.auth;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Service;

import com.taskflow.platform.persistence.OwnerTransactions;

/**
 * What can be done with a refresh token. Parallel uses of one token queue in the process before they borrow a
 * connection; between replicas the session's row lock orders them.
 */
@Service
class RefreshService {

    private final RefreshTokens tokens;

    private final SessionRotation rotation;

    private final OwnerTransactions transactions;

    private final UnansweredRefreshes unanswered;

    private final RefreshMetrics metrics;

    RefreshService(RefreshTokens tokens, SessionRotation rotation, OwnerTransactions transactions,
            UnansweredRefreshes unanswered, RefreshMetrics metrics) {
        this.tokens = tokens;
        this.rotation = rotation;
        this.transactions = transactions;
        this.unanswered = unanswered;
        this.metrics = metrics;
    }

    /** The session that a genuine token is of, whatever has become of it. Garbage costs no query, a forgery one. */
    Optional<UUID> sessionOf(String token) {
        return this.tokens.parse(token)
                .filter((parsed) -> this.unanswered.watch(parsed, () -> this.rotation.isGenuine(parsed)))
                .map(RefreshToken::sessionId);
    }

    /** Hands out the next tokens or says why not, in a transaction of its own. Garbage costs no query. */
    RefreshResult refresh(String token) {
        RefreshResult result = this.tokens.parse(token)
                .map((parsed) -> this.unanswered.watch(parsed, () -> rotate(parsed)))
                .orElseGet(() -> RefreshResult.refused(RefreshOutcome.MALFORMED));
        this.metrics.count(result.outcome());
        return result;
    }

    private RefreshResult rotate(RefreshToken token) {
        Duration waited = this.unanswered.waited(token);
        RefreshResult answer = this.transactions.write(token.sessionId(), (_) -> this.rotation.use(token, waited));
        this.unanswered.answered(token);
        return answer;
    }

    /**
     * Ends the token's session, in a transaction of its own.
     * @return whether the token was genuine
     */
    boolean logout(String token) {
        Optional<RefreshToken> parsed = this.tokens.parse(token);
        return parsed.isPresent()
                && this.transactions.write(parsed.get().sessionId(), (_) -> this.rotation.end(parsed.get()));
    }

}
