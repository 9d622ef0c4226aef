package com.taskflow.user;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import com.taskflow.platform.jobs.JobType;
import com.taskflow.platform.jobs.Jobs;
import com.taskflow.platform.jobs.JobsDatabase;

/**
 * Removes everything that belongs to a deleted account, in chunks. The account's row is emptied at once, but stays until
 * no access token of it can be alive: the denylist is rebuilt from what such rows say.
 */
@Component
class AccountRemoval {

    static final JobType<Request> JOB = new JobType<>("account-removal", Request.class);

    static final JobType<Request> LAST_JOB = new JobType<>("account-removal-end", Request.class);

    private static final Duration LONGER_THAN_ANY_TOKEN = Duration.ofHours(24);

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
        Request request = new Request(event.userId());
        this.jobs.enqueue(JOB, request);
        this.jobs.enqueueAfter(LONGER_THAN_ANY_TOKEN, LAST_JOB, request);
    }

    void removeBelongings(Request request) {
        Map<String, UUID> account = Map.of("userId", request.userId());
        this.database.jdbc().sql("""
                update users set email = '', name = '-', password_hash = '', email_verified_at = null
                where id = :userId and disabled_at is not null""").params(account).update();
        this.belongings.forEach((data) -> this.database.deleteInChunks(data.table(), "user_id = :userId", account));
    }

    /** Again, for what requests that were under way have added meanwhile. */
    void removeAll(Request request) {
        removeBelongings(request);
        this.database.jdbc().sql("delete from users where id = ? and disabled_at is not null").param(request.userId())
                .update();
    }

    /** Whose account it was. */
    record Request(UUID userId) {

    }

}
