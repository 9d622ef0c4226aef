package com.taskflow.transfer;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.Task;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import com.taskflow.platform.jobs.JobFactory;
import com.taskflow.platform.jobs.Purge;
import com.taskflow.user.PersonalData;

/** What imports need of background work. */
@Configuration(proxyBeanMethods = false)
class TransferConfiguration {

    private static final Duration KEPT = Duration.ofDays(30);

    @Bean
    Task<ImportId> dataImportJob(JobFactory jobs, ImportJob job) {
        return jobs.queued(ImportJob.TYPE, (_, id) -> job.run(id));
    }

    @Bean
    @Order(0)
    PersonalData importItemData() {
        return new PersonalData("data_import_item");
    }

    @Bean
    @Order(0)
    PersonalData importLossData() {
        return new PersonalData("data_import_loss");
    }

    @Bean
    @Order(1)
    PersonalData importData() {
        return new PersonalData("data_import");
    }

    @Bean
    Purge importPurge() {
        return new Purge("data_import", "created_at", KEPT);
    }

}
