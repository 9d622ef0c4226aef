package com.taskflow.auth;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.taskflow.user.Credentials;
import com.taskflow.user.UserService;

/** Makes both tokens for a session in the generation it has now. */
@Component
class SignIns {

    private final AccessTokens accessTokens;

    private final RefreshTokens refreshTokens;

    private final DeviceTokens deviceTokens;

    private final UserService users;

    SignIns(AccessTokens accessTokens, RefreshTokens refreshTokens, DeviceTokens deviceTokens,
            UserService users) {
        this.accessTokens = accessTokens;
        this.refreshTokens = refreshTokens;
        this.deviceTokens = deviceTokens;
        this.users = users;
    }

    /** For a session that has just begun: the device is a known one from then on. */
    SignIn first(Session session, Credentials user, Device device, Instant now) {
        return of(session, user.epoch(), now, this.deviceTokens.issue(user, device));
    }

    SignIn of(Session session, int epoch, Instant now) {
        return of(session, epoch, now, null);
    }

    private SignIn of(Session session, int epoch, Instant now, @Nullable String deviceToken) {
        String accessToken = this.accessTokens.issue(session.userId(), session.getId(), epoch);
        String refreshToken = this.refreshTokens.derive(session.pepperKid(), session.getId(), session.generation(),
                session.salt());
        return new SignIn(new SessionResponse(accessToken, "Bearer", this.accessTokens.lifetime().toSeconds(),
                this.users.find(session.userId())), refreshToken, Duration.between(now, session.idleExpiresAt()),
                deviceToken);
    }

}
