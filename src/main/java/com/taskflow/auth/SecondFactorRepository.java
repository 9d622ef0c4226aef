package com.taskflow.auth;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jakarta.persistence.LockModeType;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Second factors, each locked before it is changed, after the row of its user. */
interface SecondFactorRepository extends Repository<SecondFactor, UUID> {

    SecondFactor save(SecondFactor factor);

    void delete(SecondFactor factor);

    Optional<SecondFactor> findById(UUID userId);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select f from SecondFactor f where f.userId = :userId")
    Optional<SecondFactor> lockById(UUID userId);

    @Query("select f.userId from SecondFactor f where f.secret not like concat(:prefix, '%') order by f.userId")
    List<UUID> findNotSealedWith(String prefix, Limit limit);

}
