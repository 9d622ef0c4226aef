package com.taskflow.task;

import java.io.Serializable;
import java.util.UUID;

/** The key of a task or saved filter: every statement carries the owner, so that other people's ids never matter. */
record TaskId(UUID userId, UUID id) implements Serializable {

}
