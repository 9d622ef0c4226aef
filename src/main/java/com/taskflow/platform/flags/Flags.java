package com.taskflow.platform.flags;

import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import dev.openfeature.sdk.Client;
import dev.openfeature.sdk.FeatureProvider;
import dev.openfeature.sdk.FlagEvaluationDetails;
import dev.openfeature.sdk.ImmutableContext;
import dev.openfeature.sdk.OpenFeatureAPI;
import dev.openfeature.sdk.Value;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Answers whether a {@link FeatureFlag} is on for a user, by OpenFeature: as Unleash decides where it is configured, by
 * the settings otherwise. Answers come from memory and never fail: who cannot decide gets the flag's default. Nothing of
 * it is loaded before the first question, unless there is a server to be followed.
 */
@Component
@EnableConfigurationProperties(FlagsProperties.class)
public class Flags implements DisposableBean {

    /** What Unleash calls the one whom OpenFeature calls the targeting key. */
    private static final String USER = "userId";

    private final Supplier<FeatureProvider> provider;

    private @Nullable Connection connection;

    Flags(ObjectProvider<FeatureProvider> remote, FlagsProperties properties) {
        this.provider = () -> remote.getIfAvailable(() -> LocalFlags.of(properties.rollout()));
        if (properties.unleash().url() != null) {
            connection();
        }
    }

    public boolean isOn(FeatureFlag flag, UUID user) {
        return evaluate(flag, user).getValue();
    }

    FlagEvaluationDetails<Boolean> evaluate(FeatureFlag flag, UUID user) {
        String id = user.toString();
        return connection().client().getBooleanDetails(flag.name(), flag.fallback(),
                new ImmutableContext(id, Map.of(USER, new Value(id))));
    }

    /** Who decides, as the provider calls itself. */
    String provider() {
        return connection().api().getProviderMetadata().getName();
    }

    @Override
    public synchronized void destroy() {
        if (this.connection != null) {
            this.connection.api().shutdown();
        }
    }

    private synchronized Connection connection() {
        if (this.connection == null) {
            this.connection = Connection.to(this.provider.get());
        }
        return this.connection;
    }

    /** OpenFeature bound to a provider: isolated, since several application contexts may live in one process. */
    private record Connection(OpenFeatureAPI api, Client client) {

        static Connection to(FeatureProvider provider) {
            OpenFeatureAPI api = OpenFeatureAPI.createIsolated();
            api.setProviderAndWait(provider);
            return new Connection(api, api.getClient());
        }

    }

}
