package com.taskflow.platform.flags;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.openfeature.sdk.FeatureProvider;
import dev.openfeature.sdk.providers.memory.Flag;
import dev.openfeature.sdk.providers.memory.InMemoryProvider;

/** Flags as the settings have them: a file or the environment, read at the start. */
final class LocalFlags {

    private LocalFlags() {}

    static FeatureProvider of(List<Rollout> rollouts) {
        Map<String, Flag<?>> flags = new HashMap<>();
        rollouts.forEach((rollout) -> flags.put(rollout.flag(), flag(rollout)));
        return new InMemoryProvider(flags);
    }

    private static Flag<Boolean> flag(Rollout rollout) {
        return Flag.<Boolean>builder().variant("on", true).variant("off", false).defaultVariant("off")
                .contextEvaluator((_, context) -> rollout.reaches(context.getTargetingKey())).build();
    }

}
