package com.taskflow.user;

import java.util.UUID;

/**
 * A user's access tokens made so far are worthless; published inside the transaction that decides it.
 *
 * @param deadEpoch the epoch that those tokens carry
 */
public record EpochRaised(UUID userId, int deadEpoch) {

}
