package com.taskflow.platform.security;

import org.springframework.stereotype.Component;

/** Holds the keys in force. Safe with N replicas as long as all read the same folder or settings. */
@Component
public class KeySource {

    private volatile Keys current;

    private final KeyFiles files;

    KeySource(KeyFiles files) {
        this.files = files;
        this.current = files.read();
    }

    public Keys current() {
        return this.current;
    }

    /** Reads the keys anew; what was in force stays so when they cannot be read. */
    void reload() {
        this.current = this.files.read();
    }

}
