package com.taskflow.user;

import com.github.kagkarlsson.scheduler.task.Task;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.taskflow.platform.jobs.DailyCount;
import com.taskflow.platform.jobs.JobFactory;

/** What accounts need of background work. */
@Configuration(proxyBeanMethods = false)
class UserConfiguration {

    @Bean
    Task<AccountRemoval.Request> accountRemovalJob(JobFactory jobs, AccountRemoval removal) {
        return jobs.queued(AccountRemoval.JOB, (_, request) -> removal.removeBelongings(request));
    }

    @Bean
    Task<AccountRemoval.Request> accountRemovalEndJob(JobFactory jobs, AccountRemoval removal) {
        return jobs.queued(AccountRemoval.LAST_JOB, (_, request) -> removal.removeAll(request));
    }

    @Bean
    Task<UserChanged> profileChangedJob(JobFactory jobs, ProfileCache profiles) {
        return jobs.queued(ProfileCache.JOB, (_, change) -> profiles.mark(change));
    }

    @Bean
    PersonalData idempotencyKeyData() {
        return new PersonalData("idempotency_key");
    }

    @Bean
    DailyCount registrationCount() {
        return new DailyCount("registrations",
                "select count(*) from users where created_at >= :from and created_at < :to");
    }

}
