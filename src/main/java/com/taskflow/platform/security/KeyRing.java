package com.taskflow.platform.security;

import java.util.Map;
import java.util.Optional;

/**
 * Keys of one purpose: the active one makes, all of them are accepted. To look one up is a map access, whatever the
 * caller sends.
 */
public final class KeyRing {

    private final Key active;

    private final Map<String, Key> accepted;

    KeyRing(String activeId, Map<String, Key> accepted) {
        this.accepted = Map.copyOf(accepted);
        this.active = Optional.ofNullable(this.accepted.get(activeId))
                .orElseThrow(() -> new IllegalArgumentException("The active key '%s' is not among the keys %s."
                        .formatted(activeId, this.accepted.keySet())));
    }

    public Key active() {
        return this.active;
    }

    public Optional<Key> find(String id) {
        return Optional.ofNullable(this.accepted.get(id));
    }

    Iterable<Key> all() {
        return this.accepted.values();
    }

}
