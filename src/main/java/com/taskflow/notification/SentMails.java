package com.taskflow.notification;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import com.taskflow.platform.jobs.JobsDatabase;

/**
 * Which mails a mail server has taken: ids and kinds, no addresses. By the jobs' patient connections: what cannot be noted
 * here is sent again.
 */
@Component
class SentMails {

    private final JdbcClient jdbc;

    private final Clock clock;

    SentMails(JobsDatabase database, Clock clock) {
        this.jdbc = database.jdbc();
        this.clock = clock;
    }

    boolean contains(UUID id) {
        return this.jdbc.sql("select exists(select 1 from sent_mail where id = ?)").param(id).query(Boolean.class)
                .single();
    }

    void add(UUID id, MailKind kind) {
        this.jdbc.sql("insert into sent_mail (id, kind, sent_at) values (?, ?, ?) on conflict (id) do nothing")
                .param(id).param(kind.templateName()).param(this.clock.instant().atOffset(ZoneOffset.UTC)).update();
    }

}
