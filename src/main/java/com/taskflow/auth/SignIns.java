package com.taskflow.auth;

import java.time.Duration;
import java.time.Instant;

import org.springframework.stereotype.Component;

import com.taskflow.user.UserService;

/** Makes both tokens for a session in the generation it has now. */
@Component
class SignIns {

    private final AccessTokens accessTokens;

    private final RefreshTokens refreshTokens;

    private final UserService users;

    SignIns(AccessTokens accessTokens, RefreshTokens refreshTokens, UserService users) {
        this.accessTokens = accessTokens;
        this.refreshTokens = refreshTokens;
        this.users = users;
    }

    SignIn of(Session session, int epoch, Instant now) {
        String accessToken = this.accessTokens.issue(session.userId(), session.getId(), epoch);
        String refreshToken = this.refreshTokens.derive(session.pepperKid(), session.getId(), session.generation(),
                session.salt());
        return new SignIn(new SessionResponse(accessToken, "Bearer", this.accessTokens.lifetime().toSeconds(),
                this.users.find(session.userId())), refreshToken, Duration.between(now, session.idleExpiresAt()));
    }

}
