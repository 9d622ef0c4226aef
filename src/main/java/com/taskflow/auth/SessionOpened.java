package com.taskflow.auth;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A session has begun; published inside the transaction that stores it.
 *
 * @param network the address with its last part cut off
 */
record SessionOpened(UUID sessionId, UUID userId, @Nullable String network) {

}
