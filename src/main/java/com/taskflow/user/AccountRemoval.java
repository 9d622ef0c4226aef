package com.taskflow.user;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import com.taskflow.platform.jobs.JobType;
import com.taskflow.platform.jobs.Jobs;
import com.taskflow.platform.jobs.JobsDatabase;

/** Removes everything that belongs to a deleted account, in chunks, the account itself last. */
@Component
class AccountRemoval {

    static final JobType<Request> JOB = new JobType<>("account-removal", Request.class);

    private final List<PersonalData> belongings;

    private final Jobs jobs;

    private final JobsDatabase database;

    AccountRemoval(List<PersonalData> belongings, Jobs jobs, JobsDatabase database) {
        this.belongings = belongings;
        this.jobs = jobs;
        this.database = database;
    }

    @EventListener
    void on(AccountDeleted event) {
        this.jobs.enqueue(JOB, new Request(event.userId()));
    }

    /** Fails, to be repeated, when a request that had begun before the deletion has added something meanwhile. */
    void remove(Request request) {
        Map<String, UUID> owner = Map.of("userId", request.userId());
        this.belongings.forEach((data) -> this.database.deleteInChunks(data.table(), "user_id = :userId", owner));
        this.database.jdbc().sql("delete from users where id = :userId and disabled_at is not null").params(owner)
                .update();
    }

    /** What the job is to do. */
    record Request(UUID userId) {

    }

}
