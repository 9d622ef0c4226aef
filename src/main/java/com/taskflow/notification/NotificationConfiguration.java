package com.taskflow.notification;

import java.time.Duration;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.taskflow.platform.flags.FeatureFlag;
import com.taskflow.platform.jobs.JobFactory;
import com.taskflow.platform.jobs.JobLane;
import com.taskflow.platform.jobs.Purge;

/** The job that sends mails, and how long it is remembered that it did. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailProperties.class)
class NotificationConfiguration {

    static final FeatureFlag HTML_MAIL = new FeatureFlag("html-mail", true,
            "Mails have an HTML part beside the text. Receivers' spam filters judge it: roll it out by and by.");

    @Bean
    FeatureFlag htmlMail() {
        return HTML_MAIL;
    }

    @Bean
    JobLane mailLane(JobFactory jobs, MailService mails, MailProperties properties) {
        return new JobLane("mail_jobs", properties.atOnce(), jobs.queued(MailOrders.JOB, mails::deliver));
    }

    /** Longer than a job can wait in the queue or among the dead letters. */
    @Bean
    Purge sentMailPurge() {
        return new Purge("sent_mail", "sent_at", Duration.ofDays(120));
    }

}
