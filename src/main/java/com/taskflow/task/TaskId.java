package com.taskflow.task;

import java.io.Serializable;
import java.util.UUID;

/** A task's key: every statement carries the owner, so that other people's ids never matter. */
record TaskId(UUID userId, UUID id) implements Serializable {

}
