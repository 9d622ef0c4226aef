package com.taskflow.task;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.Modifying;
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

    /** Tasks with a label, in the trash or not, but for those whose labels somebody has chosen since a change number. */
    @Query(nativeQuery = true, value = """
            select * from task t where user_id = :owner and labels @> array[cast(:label as text)]
                and (seq < :since or not exists (
                    select from task_change c where c.user_id = :owner and c.task_id = t.id and c.seq >= :since
                        and c.fields -> 'labels' is not null and (c.session_id is not null or c.imported)))
            limit :most""")
    List<Task> findLabelled(@Param("owner") UUID owner, @Param("label") String label, @Param("since") long since,
            @Param("most") int most);

    /** Tasks whose due dates mean other instants when their owner moves, those in the trash too, in the order of their ids. */
    @Query(nativeQuery = true, value = """
            select * from task where user_id = :owner and id > :after and due_date is not null
                and (due_time is null or due_zone is null)
            order by id limit :limit""")
    List<Task> findFollowingOwner(@Param("owner") UUID owner, @Param("after") UUID after, @Param("limit") int limit);

    /** Gives tasks other instants at which they are due; to their owner they are the same tasks in the same version. */
    @Modifying
    @Query(nativeQuery = true, value = """
            update task t set due_at = n.due_at
            from unnest(cast(:ids as uuid[]), cast(:instants as timestamptz[])) n (id, due_at)
            where t.user_id = :owner and t.id = n.id and t.due_at <> n.due_at""")
    int moveDue(@Param("owner") UUID owner, @Param("ids") UUID[] ids, @Param("instants") String[] instants);

}
