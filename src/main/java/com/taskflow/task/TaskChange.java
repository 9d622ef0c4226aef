package com.taskflow.task;

import java.util.Map;
import java.util.UUID;

/**
 * One entry of an owner's change log.
 *
 * @param seq the owner's change number
 * @param fields what changed, none for a purge
 */
record TaskChange(long seq, UUID taskId, ChangeKind kind, Map<TaskField, FieldChange> fields) {

}
