package com.taskflow.auth;

import com.github.kagkarlsson.scheduler.task.Task;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.taskflow.platform.jobs.DailyCount;
import com.taskflow.platform.jobs.JobFactory;
import com.taskflow.platform.jobs.Purge;
import com.taskflow.user.PersonalData;

/** What sign-in needs of background work. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RetentionProperties.class)
class AuthJobs {

    @Bean
    Task<ForgotPasswordRequest> passwordResetJob(JobFactory jobs, PasswordResetService resets) {
        return jobs.queued(PasswordResetService.JOB, resets::lookUp);
    }

    /** Never fails: a Redis that is away gets the whole list anew when it is back. */
    @Bean
    Task<Denylist.Entry> denylistJob(JobFactory jobs, RedisDenylist denylist) {
        return jobs.queued(Denylist.JOB, (_, entry) -> denylist.add(entry.member()));
    }

    @Bean
    DailyCount signInCount() {
        return new DailyCount("sign_ins",
                "select count(*) from session where created_at >= :from and created_at < :to");
    }

    @Bean
    PersonalData sessionData() {
        return new PersonalData("session");
    }

    @Bean
    PersonalData signInCounterData() {
        return new PersonalData("sign_in_counter");
    }

    @Bean
    PersonalData securityEventData() {
        return new PersonalData("security_event");
    }

    @Bean
    Purge revokedSessionPurge(RetentionProperties retention) {
        return new Purge("session", "revoked_at", retention.endedSessions());
    }

    @Bean
    Purge expiredSessionPurge(RetentionProperties retention) {
        return new Purge("session", "idle_expires_at", retention.endedSessions());
    }

    @Bean
    Purge signInCounterPurge(RetentionProperties retention) {
        return new Purge("sign_in_counter", "idle_since", retention.unknownAddresses());
    }

    @Bean
    Purge securityEventPurge(RetentionProperties retention) {
        return new Purge("security_event", "created_at", retention.securityEvents());
    }

}
