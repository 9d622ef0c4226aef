package com.taskflow.task;

import java.util.Set;
import java.util.UUID;

/**
 * Tasks of an owner's have labels that they did not have before; published in the transaction that gave them.
 *
 * @param labels their names
 */
public record TasksLabelled(UUID owner, Set<String> labels) {

}
