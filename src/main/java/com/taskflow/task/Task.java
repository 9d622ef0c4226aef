package com.taskflow.task;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

import com.taskflow.platform.web.EntityTag;

/** Something to be done by its owner. In the trash it still exists, with {@code deletedAt} set. */
@Entity
@IdClass(TaskId.class)
class Task implements Persistable<TaskId> {

    @Id
    private UUID userId;

    @Id
    private UUID id;

    private String title;

    private String titleFolded;

    private @Nullable String description;

    private TaskStatus status;

    private TaskPriority priority;

    @Embedded
    private @Nullable Due due;

    private @Nullable Instant dueAt;

    @Embedded
    private @Nullable Recurrence recurrence;

    private String rank;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> labels = List.of();

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> reminders = List.of();

    private @Nullable UUID parentId;

    private long seq;

    @Version
    private @Nullable Integer version;

    @Column(updatable = false)
    private Instant createdAt;

    private Instant updatedAt;

    private @Nullable Instant completedAt;

    private @Nullable Instant deletedAt;

    private @Nullable UUID trashedBy;

    @SuppressWarnings("NullAway.Init")
    protected Task() {}

    /** A new task, ranked last among its owner's: {@code seq} only goes up. */
    Task(TaskId key, String title, long seq, Instant now) {
        this.userId = key.userId();
        this.id = key.id();
        this.title = title;
        this.titleFolded = TitleFolding.fold(title);
        this.status = TaskStatus.TODO;
        this.priority = TaskPriority.MEDIUM;
        this.rank = Rank.ofNewest(seq);
        this.seq = seq;
        this.createdAt = now;
        this.updatedAt = now;
    }

    void retitle(String title) {
        this.title = title;
        this.titleFolded = TitleFolding.fold(title);
    }

    void describe(@Nullable String description) {
        this.description = description;
    }

    void prioritize(TaskPriority priority) {
        this.priority = priority;
    }

    /** Moves it to a status; being done again keeps the time when it was first done. */
    void moveTo(TaskStatus status, Instant now) {
        if (status != TaskStatus.DONE) {
            this.completedAt = null;
        } else if (this.status != TaskStatus.DONE) {
            this.completedAt = now;
        }
        this.status = status;
    }

    /** Sets both back as they were together. */
    void reset(TaskStatus status, @Nullable Instant completedAt) {
        this.status = status;
        this.completedAt = completedAt;
    }

    void reschedule(@Nullable Due due, ZoneId ownerZone) {
        this.due = due;
        this.dueAt = (due != null) ? due.at(ownerZone) : null;
    }

    void recur(@Nullable Recurrence recurrence) {
        this.recurrence = recurrence;
    }

    /** Moves it from the occurrence that has ended to the next one, to be done again. */
    void advance(Due next, Recurrence series, ZoneId ownerZone) {
        reschedule(next, ownerZone);
        this.recurrence = series;
        reset(TaskStatus.TODO, null);
    }

    /** @param specs as {@link Reminder#spec} makes them */
    void remind(List<String> specs) {
        this.reminders = specs.stream().distinct().toList();
    }

    void rank(String rank) {
        this.rank = rank;
    }

    void label(List<String> labels) {
        this.labels = labels.stream().distinct().toList();
    }

    void nestUnder(@Nullable UUID parentId) {
        this.parentId = parentId;
    }

    /** @param operation what else went to the trash by it comes back together with this task */
    void trash(Instant now, UUID operation) {
        this.deletedAt = now;
        this.trashedBy = operation;
    }

    void restore() {
        this.deletedAt = null;
        this.trashedBy = null;
    }

    /** Notes the owner's change number and the time of the write that is about to be stored. */
    void stamp(long seq, Instant now) {
        this.seq = seq;
        this.updatedAt = now;
    }

    boolean isTrashed() {
        return this.deletedAt != null;
    }

    @Override
    public TaskId getId() {
        return new TaskId(this.userId, this.id);
    }

    /** Told here: Spring Data would look for a getter of the version, and make an exception of its absence at every save. */
    @Override
    public boolean isNew() {
        return this.version == null;
    }

    UUID userId() {
        return this.userId;
    }

    UUID id() {
        return this.id;
    }

    String title() {
        return this.title;
    }

    @Nullable
    String description() {
        return this.description;
    }

    TaskStatus status() {
        return this.status;
    }

    TaskPriority priority() {
        return this.priority;
    }

    @Nullable
    Due due() {
        return this.due;
    }

    String rank() {
        return this.rank;
    }

    List<String> labels() {
        return this.labels;
    }

    @Nullable
    UUID parentId() {
        return this.parentId;
    }

    @Nullable
    Instant completedAt() {
        return this.completedAt;
    }

    @Nullable
    Instant deletedAt() {
        return this.deletedAt;
    }

    @Nullable
    UUID trashedBy() {
        return this.trashedBy;
    }

    EntityTag entityTag() {
        return toResponse().entityTag(this.userId);
    }

    @Nullable
    Recurrence recurrence() {
        return this.recurrence;
    }

    List<String> reminders() {
        return this.reminders;
    }

    /** The number of its latest occurrence that has ended. */
    int occurrencesBehind() {
        if (this.recurrence == null) {
            return Integer.MAX_VALUE;
        }
        return (this.status == TaskStatus.DONE) ? this.recurrence.number() : this.recurrence.number() - 1;
    }

    TaskResponse toResponse() {
        return new TaskResponse(this.id, this.title, this.description, this.status, this.priority, this.due, this.rank,
                this.labels, this.parentId, this.createdAt, this.updatedAt, this.completedAt,
                (this.version != null) ? this.version : 0, this.recurrence,
                Reminder.ofSpecs(this.reminders));
    }

}
