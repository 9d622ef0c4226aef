package com.taskflow.user;

import java.util.UUID;

/** A user's days begin at another time now; published inside the transaction that changes it. */
public record TimeZoneChanged(UUID userId) {

}
