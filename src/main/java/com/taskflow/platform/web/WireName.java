package com.taskflow.platform.web;

import java.util.Arrays;
import java.util.Locale;

/** How an enum is spelled outside: lower snake case. */
public final class WireName {

    private WireName() {}

    public static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static boolean isOneOf(Object[] constants, String name) {
        return Arrays.stream(constants).anyMatch((constant) -> of((Enum<?>) constant).equals(name));
    }

    /** @throws IllegalArgumentException when no constant is spelled exactly so */
    public static <E extends Enum<E>> E parse(Class<E> type, String name) {
        for (E constant : type.getEnumConstants()) {
            if (of(constant).equals(name)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("No such value: " + name);
    }

}
