package com.taskflow.platform.flags;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who decides about feature flags.
 *
 * @param rollout the flags that are not at their default, as name=percent of users; without effect where Unleash decides
 * @param unleash the Unleash server that decides instead
 */
@ConfigurationProperties("taskflow.flags")
record FlagsProperties(@DefaultValue List<Rollout> rollout, @DefaultValue Unleash unleash) {

    /**
     * An Unleash server.
     *
     * @param url address of its API, for example https://unleash.example.org/api; without it Unleash is not used
     * @param token a client token of the environment to read
     * @param refresh how often changes are asked for
     */
    record Unleash(@Nullable URI url, @Nullable String token, @DefaultValue("15s") Duration refresh) {

        /** Without the token, which must not get into a log. */
        @Override
        public String toString() {
            return "Unleash[" + this.url + "]";
        }

    }

}
