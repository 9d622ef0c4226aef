package com.taskflow.task;

import java.time.Instant;
import java.util.UUID;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Version;

import org.jspecify.annotations.Nullable;

/** A filter that its owner has given a name. */
@Entity
@IdClass(TaskId.class)
class SavedFilter {

    static final int LONGEST_NAME = 100;

    @Id
    private UUID userId;

    @Id
    private UUID id;

    private String name;

    private String filter;

    private @Nullable String sort;

    @Version
    private @Nullable Integer version;

    @Column(updatable = false)
    private Instant createdAt;

    private Instant updatedAt;

    @SuppressWarnings("NullAway.Init")
    protected SavedFilter() {}

    SavedFilter(TaskId key, CreateFilterRequest request, Instant now) {
        this.userId = key.userId();
        this.id = key.id();
        this.name = request.name();
        this.filter = request.filter();
        this.sort = request.sort();
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** Takes over what the patch names; nothing happens when all of it is as it was. */
    void change(UpdateFilterRequest patch, Instant now) {
        SavedFilterResponse before = toResponse();
        patch.name().ifPresent((value) -> this.name = value);
        patch.filter().ifPresent((value) -> this.filter = value);
        patch.sort().ifPresent((value) -> this.sort = value);
        if (!toResponse().equals(before)) {
            this.updatedAt = now;
        }
    }

    SavedFilterResponse toResponse() {
        return new SavedFilterResponse(this.id, this.name, this.filter, this.sort, this.createdAt, this.updatedAt,
                (this.version != null) ? this.version : 0);
    }

}
