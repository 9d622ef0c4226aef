package com.taskflow.auth;

import java.util.UUID;

/** Somebody wants a new password for this account, which exists; published inside a transaction. */
public record PasswordResetRequested(UUID userId) {

}
