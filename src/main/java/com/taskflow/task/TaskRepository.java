package com.taskflow.task;

import java.util.Optional;
import java.util.UUID;

import org.springframework.data.repository.Repository;

/** Tasks by their key. Lists are {@link TaskListQuery}'s. */
interface TaskRepository extends Repository<Task, TaskId> {

    Task saveAndFlush(Task task);

    boolean existsById(TaskId key);

    Optional<Task> findById(TaskId key);

    Optional<Task> findByUserIdAndIdAndDeletedAtIsNull(UUID userId, UUID id);

}
