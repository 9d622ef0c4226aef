package com.taskflow.platform.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How an enum is spelled outside: lower snake case. */
public final class WireName {

    /** A list reads and compares dozens of them. */
    private static final ClassValue<Map<String, Enum<?>>> CONSTANTS = new ClassValue<>() {

        @Override
        protected Map<String, Enum<?>> computeValue(Class<?> type) {
            return Arrays.stream(type.getEnumConstants()).map((constant) -> (Enum<?>) constant)
                    .collect(Collectors.toUnmodifiableMap(WireName::of, Function.identity()));
        }

    };

    private WireName() {}

    public static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static boolean isOneOf(Class<?> type, String name) {
        return CONSTANTS.get(type).containsKey(name);
    }

    /** @throws IllegalArgumentException when no constant is spelled exactly so */
    public static <E extends Enum<E>> E parse(Class<E> type, String name) {
        Enum<?> constant = CONSTANTS.get(type).get(name);
        if (constant == null) {
            throw new IllegalArgumentException("No such value: " + name);
        }
        return type.cast(constant);
    }

}
