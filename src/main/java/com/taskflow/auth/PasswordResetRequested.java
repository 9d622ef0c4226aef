package com.taskflow.auth;

import java.util.UUID;

/**
 * Somebody wants a new password for this account, which exists; published inside a transaction.
 *
 * @param requestId the same when one request is looked at twice
 */
public record PasswordResetRequested(UUID requestId, UUID userId) {

}
