package com.taskflow.task;

import java.util.UUID;

/**
 * Tasks of an owner's are other than they were; published in the transaction that changed them.
 *
 * @param seq where the owner's change counter stands now
 */
public record TasksChanged(UUID owner, long seq) {

}
