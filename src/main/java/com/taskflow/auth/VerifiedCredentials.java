package com.taskflow.auth;

import org.jspecify.annotations.Nullable;

import com.taskflow.user.Credentials;

/**
 * A sign-in whose password was right.
 *
 * @param user the account as it was then
 * @param upgrade a hash of the password with today's parameters; null when it has one
 */
record VerifiedCredentials(Credentials user, Attempt attempt, @Nullable String upgrade) {

}
