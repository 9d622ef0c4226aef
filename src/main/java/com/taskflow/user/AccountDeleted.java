package com.taskflow.user;

import java.util.UUID;

/**
 * Somebody has deleted their account; published inside the transaction that ends it, the user's row locked.
 *
 * @param email for the last mail to them: the account is not to be asked any more
 */
public record AccountDeleted(UUID userId, EmailAddress email) {

}
