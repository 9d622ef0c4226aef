package com.taskflow.user;

import java.util.UUID;

/**
 * An account has a new password; published inside the transaction that sets it, the user's row locked.
 *
 * @param byMail whether it was set by who reads the account's mail and did not say the old one
 */
public record PasswordChanged(UUID userId, boolean byMail) {

}
