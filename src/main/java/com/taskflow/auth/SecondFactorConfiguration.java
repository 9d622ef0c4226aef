package com.taskflow.auth;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.taskflow.platform.jobs.JobFactory;
import com.taskflow.platform.jobs.Purge;
import com.taskflow.user.PersonalData;

/** What second factors need of background work. */
@Configuration(proxyBeanMethods = false)
class SecondFactorConfiguration {

    private static final Duration ENROLMENT_LIFETIME = Duration.ofDays(1);

    @Bean
    Task<Void> secondFactorResealingJob(JobFactory jobs, SecondFactorResealing resealing) {
        return jobs.recurring("second-factor-resealing", Schedules.daily(ZoneOffset.UTC, LocalTime.of(3, 30)),
                resealing::run);
    }

    @Bean
    PersonalData secondFactorData() {
        return new PersonalData("second_factor");
    }

    @Bean
    Purge pendingSecondFactorPurge() {
        return new Purge("second_factor", "pending_since", ENROLMENT_LIFETIME);
    }

}
