package com.taskflow.platform.security;

import java.util.UUID;

/**
 * Who signed the request: a handler's last parameter, and the first of every service method that acts for somebody.
 *
 * @param id the user
 * @param sessionId the session (refresh-token family) whose access token was presented
 */
public record CurrentUser(UUID id, UUID sessionId) {

}
