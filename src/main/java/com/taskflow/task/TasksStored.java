package com.taskflow.task;

import java.util.List;

/** An operation has stored its tasks and what it changed of them; published in its transaction, for this package. */
record TasksStored(TaskOperation operation, List<TaskChange> changes) {

}
