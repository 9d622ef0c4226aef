package com.taskflow.auth;

import java.util.UUID;

/** A user wants the link that verifies their address again; published inside a transaction. */
public record EmailVerificationRequested(UUID userId) {

}
