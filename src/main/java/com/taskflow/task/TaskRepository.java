package com.taskflow.task;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

/** Tasks by their key. Lists are {@link TaskListQuery}'s. */
interface TaskRepository extends Repository<Task, TaskId> {

    Task save(Task task);

    void delete(Task task);

    void flush();

    Optional<Task> findById(TaskId key);

    Optional<Task> findByUserIdAndIdAndDeletedAtIsNull(UUID userId, UUID id);

    /** These tasks, all above them and all below them, in the trash or not. */
    @Query(nativeQuery = true, value = """
            with recursive up as (
                select id, parent_id from task where user_id = :owner and id = any(:ids)
                union
                select t.id, t.parent_id from task t join up on t.id = up.parent_id where t.user_id = :owner
            ), down as (
                select id from task where user_id = :owner and id = any(:ids)
                union
                select t.id from task t join down on t.parent_id = down.id where t.user_id = :owner
            )
            select * from task where user_id = :owner and id in (select id from up union select id from down)""")
    List<Task> findFamilies(@Param("owner") UUID owner, @Param("ids") UUID[] ids);

    /** Tasks with a label, in the trash or not. */
    @Query(nativeQuery = true, value = """
            select * from task where user_id = :owner and labels @> array[cast(:label as text)] limit :most""")
    List<Task> findLabelled(@Param("owner") UUID owner, @Param("label") String label, @Param("most") int most);

}
