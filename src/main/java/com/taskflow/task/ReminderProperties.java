package com.taskflow.task;

import java.time.Duration;

import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Reminders.
 *
 * @param grace how late a reminder is still sent after an outage; later it is suppressed, so that none come in bursts
 * about what has passed
 */
@Validated
@ConfigurationProperties("taskflow.reminders")
record ReminderProperties(@DurationMin(minutes = 1) @DefaultValue("1h") Duration grace) {

}
