package com.taskflow.task;

import org.jspecify.annotations.Nullable;

/**
 * What a reminder says.
 *
 * @param due when the task is due, for people; null without a due date
 */
public record ReminderText(String title, @Nullable String due) {

}
