package com.taskflow.auth;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Somebody has signed in from a device that the account does not know; published inside the transaction that does it.
 *
 * @param userAgent what the device calls itself, if anything
 * @param network the address with its last part cut off
 */
public record NewDeviceSignedIn(UUID userId, @Nullable String userAgent, @Nullable String network, Instant at) {

}
