package com.taskflow.auth;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jakarta.persistence.LockModeType;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Sessions, each locked before it is changed, several in the order of their ids. */
interface SessionRepository extends Repository<Session, UUID> {

    Session save(Session session);

    Optional<Session> findById(UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from Session s where s.id = :id")
    Optional<Session> lockById(UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from Session s where s.id = :id and s.userId = :userId")
    Optional<Session> lockByIdAndUserId(UUID id, UUID userId);

    @Query("""
            select s from Session s
            where s.userId = :userId and s.revokedAt is null and s.idleExpiresAt > :now and s.expiresAt > :now
            order by s.createdAt desc, s.id desc
            """)
    List<Session> findLive(UUID userId, Instant now, Limit limit);

    /** One statement for all of a user's sessions, however many there are. */
    @Modifying(flushAutomatically = true)
    @Query(nativeQuery = true, value = """
            with locked as (
                select id from session where user_id = :userId and revoked_at is null order by id for update)
            update session set revoked_at = :now, revoked_reason = :reason
            from locked where session.id = locked.id
            """)
    int revokeAll(UUID userId, String reason, Instant now);

    /** The database's time at this moment, not at the transaction's start: a lock may have been waited for. */
    @Query(nativeQuery = true, value = "select clock_timestamp()")
    Instant databaseTime();

}
