package com.taskflow.task;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.taskflow.platform.jobs.DailyCount;
import com.taskflow.user.PersonalData;

/** What goes with a deleted account, and what is counted each day. */
@Configuration(proxyBeanMethods = false)
class TaskHousekeeping {

    @Bean
    PersonalData taskData() {
        return new PersonalData("task");
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
