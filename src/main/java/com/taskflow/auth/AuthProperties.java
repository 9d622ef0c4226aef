package com.taskflow.auth;

import java.time.Duration;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;

import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Tokens and sessions.
 *
 * @param issuer the {@code iss} of access tokens, made and required; a change signs nobody out, since clients refresh
 * @param audience the {@code aud} of access tokens, made and required
 * @param accessLifetime how long an access token is good for; what a thief of one can use at most
 * @param clockSkew how far the clocks of two replicas may differ
 * @param refreshIdle a session ends when it was not refreshed for this long
 * @param refreshAbsolute a session ends this long after sign-in, however busy it is
 * @param reuseGrace how long after a rotation the previous refresh token still gets the current one (parallel tabs, lost
 * answers); used later it ends the session
 * @param replayLimit how often it does so for one rotation before it is answered with 429
 * @param cookie the refresh token's cookie
 */
@Validated
@ConfigurationProperties("taskflow.auth")
record AuthProperties(@NotBlank @DefaultValue("taskflow") String issuer,
        @NotBlank @DefaultValue("taskflow") String audience,
        @DurationMin(seconds = 1) @DefaultValue("15m") Duration accessLifetime,
        @DurationMin @DefaultValue("30s") Duration clockSkew,
        @DurationMin(seconds = 1) @DefaultValue("7d") Duration refreshIdle,
        @DurationMin(seconds = 1) @DefaultValue("30d") Duration refreshAbsolute,
        @DurationMin @DefaultValue("10s") Duration reuseGrace, @Min(0) @DefaultValue("20") int replayLimit,
        @Valid @DefaultValue Cookie cookie) {

    /**
     * The refresh token's cookie.
     *
     * @param secure whether it is sent over https alone, which also refuses sign-in over plain http; off in development
     */
    record Cookie(@DefaultValue("true") boolean secure) {

    }

}
