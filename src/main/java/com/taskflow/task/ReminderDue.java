package com.taskflow.task;

import java.util.UUID;

/**
 * Somebody is to be reminded of a task; published in the transaction that records the reminder as sent. Whoever serves a
 * channel listens, and must do its work if and only if that commits.
 *
 * @param channel by which way, {@code mail} for one
 */
public record ReminderDue(UUID userId, UUID reminderId, String channel) {

}
