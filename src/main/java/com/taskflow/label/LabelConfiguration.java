package com.taskflow.label;

import com.github.kagkarlsson.scheduler.task.Task;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.taskflow.platform.jobs.JobFactory;
import com.taskflow.user.PersonalData;

/** What labels need of background work. */
@Configuration(proxyBeanMethods = false)
class LabelConfiguration {

    @Bean
    Task<LabelReplacement.Request> labelReplacementJob(JobFactory jobs, LabelReplacement replacement) {
        return jobs.queued(LabelReplacement.JOB, (_, request) -> replacement.finish(request));
    }

    @Bean
    PersonalData labelData() {
        return new PersonalData("label");
    }

}
