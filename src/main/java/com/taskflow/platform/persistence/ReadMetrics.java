package com.taskflow.platform.persistence;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/**
 * Counts reads of an owner's data as {@code taskflow.reads} by {@code source}, which says whether the replica is of any
 * use. All exist from the start, so that zero can be told from absent.
 */
@Component
class ReadMetrics {

    private final Map<ReadSource, Counter> counters = new EnumMap<>(ReadSource.class);

    ReadMetrics(MeterRegistry registry) {
        Arrays.stream(ReadSource.values()).forEach((source) -> this.counters.put(source,
                registry.counter("taskflow.reads", "source", source.name().toLowerCase(Locale.ROOT))));
    }

    void count(ReadSource source) {
        Objects.requireNonNull(this.counters.get(source)).increment();
    }

}
