package com.taskflow.user;

import java.util.Optional;
import java.util.UUID;
import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Accounts by id and by address. */
interface UserRepository extends Repository<User, UUID> {

    User saveAndFlush(User user);

    Optional<User> findById(UUID id);

    Optional<User> findByEmailKey(String emailKey);

    /** The column alone: every task that is due on a day asks for it. */
    @Query("select u.timeZone from User u where u.id = :id")
    Optional<String> findTimeZoneById(UUID id);

    boolean existsByEmailKey(String emailKey);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select u from User u where u.id = :id")
    Optional<User> lockById(UUID id);

}
