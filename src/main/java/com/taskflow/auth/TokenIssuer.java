package com.taskflow.auth;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.taskflow.user.Credentials;
import com.taskflow.user.UserService;

/** Makes both tokens for a session in the generation it has now. */
@Component
class TokenIssuer {

    private final AccessTokens accessTokens;

    private final RefreshTokens refreshTokens;

    private final DeviceTokens deviceTokens;

    private final UserService users;

    TokenIssuer(AccessTokens accessTokens, RefreshTokens refreshTokens, DeviceTokens deviceTokens,
            UserService users) {
        this.accessTokens = accessTokens;
        this.refreshTokens = refreshTokens;
        this.deviceTokens = deviceTokens;
        this.users = users;
    }

    /** For a session that has just begun: the device is a known one from then on. */
    IssuedTokens issueFirst(Session session, Credentials user, Device device, Instant now) {
        return issue(session, user.epoch(), now, this.deviceTokens.issue(user, device));
    }

    IssuedTokens issue(Session session, int epoch, Instant now) {
        return issue(session, epoch, now, null);
    }

    private IssuedTokens issue(Session session, int epoch, Instant now, @Nullable String deviceToken) {
        String accessToken = this.accessTokens.issue(session.userId(), session.getId(), epoch);
        String refreshToken = this.refreshTokens.derive(session.pepperKid(), session.getId(), session.generation(),
                session.salt());
        return new IssuedTokens(new SessionResponse(accessToken, "Bearer", this.accessTokens.lifetime().toSeconds(),
                this.users.find(session.userId())), refreshToken, Duration.between(now, session.idleExpiresAt()),
                deviceToken);
    }

}
