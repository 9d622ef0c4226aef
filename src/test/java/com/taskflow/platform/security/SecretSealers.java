package com.taskflow.platform.security;

/** Sealers with the peppers of {@link TestKeys}. */
public final class SecretSealers {

    private SecretSealers() {}

    /** Peppers with these ids, the first of them active. */
    public static SecretSealer of(String active, String... others) {
        return new SecretSealer(TestKeys.of(active, others));
    }

}
