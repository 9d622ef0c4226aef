package com.taskflow.auth;

import java.util.UUID;

/** A single session has ended before its time; published inside the transaction that ends it. */
record SessionRevoked(UUID sessionId, UUID userId, RevocationReason reason) {

}
