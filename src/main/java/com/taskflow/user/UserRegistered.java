package com.taskflow.user;

import java.util.UUID;

/** An account has come into being; published inside the transaction that creates it. */
public record UserRegistered(UUID userId) {

}
