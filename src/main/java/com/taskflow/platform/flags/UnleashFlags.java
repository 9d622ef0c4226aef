package com.taskflow.platform.flags;

import java.util.Objects;

import dev.openfeature.contrib.providers.unleash.UnleashProvider;
import dev.openfeature.contrib.providers.unleash.UnleashProviderConfig;
import dev.openfeature.sdk.FeatureProvider;
import io.getunleash.util.UnleashConfig;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Flags as an Unleash server has them: its rules are fetched in the background and evaluated here, so that no request
 * waits for it. Until the first answer, and for flags that it does not know, the flag's own default holds.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("taskflow.flags.unleash.url")
class UnleashFlags {

    @Bean
    FeatureProvider unleash(FlagsProperties properties) {
        FlagsProperties.Unleash server = properties.unleash();
        String token = Objects.requireNonNull(server.token(), "taskflow.flags.unleash.token is missing");
        return new UnleashProvider(UnleashProviderConfig.builder()
                .unleashConfigBuilder(
                        UnleashConfig.builder().appName("taskflow").unleashAPI(String.valueOf(server.url()))
                                .apiKey(token).fetchTogglesInterval(server.refresh().toSeconds()))
                .build());
    }

}
