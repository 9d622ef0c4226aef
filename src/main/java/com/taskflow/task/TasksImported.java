package com.taskflow.task;

import java.util.List;
import java.util.UUID;

/**
 * Tasks that have reminders were imported, past the operations; published in the import's transaction, for this package.
 */
record TasksImported(UUID owner, List<UUID> ids) {

}
