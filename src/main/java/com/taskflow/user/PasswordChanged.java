package com.taskflow.user;

import java.util.UUID;

/** An account has a new password; published inside the transaction that sets it, the user's row locked. */
public record PasswordChanged(UUID userId) {

}
