package com.taskflow.auth;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What PostgreSQL knows of revocations: the truth behind the denylist. */
@Component
class RevocationRecord {

    /** More sign-outs everywhere than this within an access token's life are not told apart. */
    private static final int MOST_EPOCHS = 20;

    private final JdbcClient jdbc;

    RevocationRecord(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(propagation = Propagation.SUPPORTS)
    public boolean isRevoked(Denylist.Holder holder) {
        return !this.jdbc.sql(
                """
                        select exists (select from session s join users u on u.id = s.user_id
                        where s.id = ? and s.user_id = ? and s.revoked_at is null and u.epoch = ? and u.disabled_at is null)""")
                .params(holder.sessionId(), holder.userId(), holder.epoch()).query(Boolean.class).single();
    }

    /** The denylist's members for everything revoked since then. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<String> membersSince(Instant since) {
        return this.jdbc
                .sql("""
                        select 'sid:' || id from session where revoked_at >= :since
                        union all
                        select 'epoch:' || id || ':' || dead from users, generate_series(greatest(0, epoch - :most), epoch - 1) dead
                        where epoch_raised_at >= :since""")
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("most", MOST_EPOCHS).query(String.class).list().stream().map(String::valueOf).toList();
    }

}
