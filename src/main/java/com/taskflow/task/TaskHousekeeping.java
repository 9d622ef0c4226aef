package com.taskflow.task;

import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.taskflow.platform.jobs.DailyCount;
import com.taskflow.platform.jobs.JobFactory;
import com.taskflow.platform.jobs.Purge;
import com.taskflow.user.PersonalData;

/** What goes with a deleted account, and what is counted each day. */
@Configuration(proxyBeanMethods = false)
class TaskHousekeeping {

    @Bean
    PersonalData taskData() {
        return new PersonalData("task");
    }

    @Bean
    PersonalData taskChangeData() {
        return new PersonalData("task_change");
    }

    @Bean
    Purge taskChangePurge() {
        return new Purge("task_change", "created_at", ChangeToken.LIFETIME);
    }

    @Bean
    com.github.kagkarlsson.scheduler.task.Task<Void> trashPurgeJob(JobFactory jobs, TrashPurge purge) {
        return jobs.recurring("trash-purge", FixedDelay.ofHours(1), purge::run);
    }

    @Bean
    PersonalData changeCounterData() {
        return new PersonalData("change_counter");
    }

    @Bean
    DailyCount taskCreatedCount() {
        return new DailyCount("tasks_created",
                "select count(*) from task where created_at >= :from and created_at < :to");
    }

    @Bean
    DailyCount taskCompletedCount() {
        return new DailyCount("tasks_completed",
                "select count(*) from task where completed_at >= :from and completed_at < :to");
    }

}
