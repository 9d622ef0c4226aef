package com.taskflow.task;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.repository.Repository;

/** Saved filters by their key, and those of an owner. */
interface SavedFilterRepository extends Repository<SavedFilter, TaskId> {

    SavedFilter saveAndFlush(SavedFilter filter);

    void delete(SavedFilter filter);

    boolean existsById(TaskId key);

    Optional<SavedFilter> findById(TaskId key);

    long countByUserId(UUID userId);

    List<SavedFilter> findByUserIdOrderById(UUID userId);

}
