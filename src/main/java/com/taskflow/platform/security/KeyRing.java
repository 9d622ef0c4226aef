package com.taskflow.platform.security;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Keys of one purpose: the active one makes, all of them are accepted. To look one up is a map access, whatever the
 * caller sends.
 *
 * @param accepted by id, the active one among them
 */
public record KeyRing(Key active, Map<String, Key> accepted) {

    public KeyRing {
        accepted = Map.copyOf(accepted);
    }

    /** @throws IllegalArgumentException when there is no key of that id */
    static KeyRing of(String activeId, Map<String, Key> accepted) {
        Key active = accepted.get(activeId);
        if (active == null) {
            throw new IllegalArgumentException(
                    "The active key '%s' is not among the keys %s.".formatted(activeId, accepted.keySet()));
        }
        return new KeyRing(active, accepted);
    }

    public Optional<Key> find(String id) {
        return Optional.ofNullable(this.accepted.get(id));
    }

    Set<String> ids() {
        return new TreeSet<>(this.accepted.keySet());
    }

}
