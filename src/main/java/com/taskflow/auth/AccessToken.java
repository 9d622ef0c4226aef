package com.taskflow.auth;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a valid access token says.
 *
 * @param id the token's own id, {@code jti}
 * @param epoch the user's epoch when it was made; a later one makes it worthless
 */
record AccessToken(UUID id, UUID userId, UUID sessionId, int epoch, List<String> roles, Instant expiresAt) {

}
