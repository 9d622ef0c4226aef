package com.taskflow.task;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.Task;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

import com.taskflow.platform.jobs.JobFactory;
import com.taskflow.platform.jobs.Purge;
import com.taskflow.user.PersonalData;

/** The jobs around time: reminders, and moving what follows an owner into another time zone. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReminderProperties.class)
class ReminderConfiguration {

    @Bean
    Task<ReminderPlanner.Order> reminderJob(JobFactory jobs, ReminderService reminders) {
        return jobs.queued(ReminderPlanner.JOB, reminders::send);
    }

    @Bean
    Task<TimeZoneMoves.Order> timeZoneJob(JobFactory jobs, TimeZoneMoves moves) {
        return jobs.queued(TimeZoneMoves.JOB, moves::run);
    }

    @Bean
    Purge reminderPurge() {
        return new Purge("reminder", "decided_at", Duration.ofDays(90));
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    PersonalData reminderData() {
        return new PersonalData("reminder");
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    PersonalData taskOccurrenceData() {
        return new PersonalData("task_occurrence");
    }

}
