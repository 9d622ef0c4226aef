package com.taskflow.platform.ratelimit;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Rate limits, each {@code n/duration} ({@code 10/15m}) or {@code off}. What is used up is forgotten when a limit is
 * changed; all replicas need the same ones.
 *
 * @param login sign-in attempts of a client address
 * @param register sign-ups of a client address
 * @param forgot password-reset mails asked for by a client address
 * @param refresh refreshes of a session
 * @param api requests of a signed-in user
 * @param export exports that a user makes of their data
 * @param anonymous requests of a client address that is not signed in and that no other limit counts
 */
@ConfigurationProperties("taskflow.limits")
record LimitsProperties(@DefaultValue(RateLimit.Defaults.LOGIN) String login,
        @DefaultValue(RateLimit.Defaults.REGISTER) String register,
        @DefaultValue(RateLimit.Defaults.FORGOT) String forgot,
        @DefaultValue(RateLimit.Defaults.REFRESH) String refresh, @DefaultValue(RateLimit.Defaults.API) String api,
        @DefaultValue(RateLimit.Defaults.EXPORT) String export,
        @DefaultValue(RateLimit.Defaults.ANONYMOUS) String anonymous) {

    /**
     * The quota of every limit that is on.
     * @throws InvalidLimitException naming the first setting that cannot be read
     */
    Map<RateLimit, Quota> quotas() {
        Map<RateLimit, Quota> quotas = new EnumMap<>(RateLimit.class);
        for (RateLimit limit : RateLimit.values()) {
            quota(limit).ifPresent((quota) -> quotas.put(limit, quota));
        }
        return quotas;
    }

    private Optional<Quota> quota(RateLimit limit) {
        String text = text(limit).strip();
        // YAML reads a bare off as the boolean.
        if (text.equalsIgnoreCase("off") || text.equalsIgnoreCase("false")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Quota.parse(text));
        } catch (IllegalArgumentException ex) {
            throw new InvalidLimitException(limit, text, String.valueOf(ex.getMessage()));
        }
    }

    private String text(RateLimit limit) {
        return switch (limit) {
            case LOGIN -> this.login;
            case REGISTER -> this.register;
            case FORGOT -> this.forgot;
            case REFRESH -> this.refresh;
            case API -> this.api;
            case EXPORT -> this.export;
            case ANONYMOUS -> this.anonymous;
        };
    }

}
