package com.taskflow.label;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Version;

import org.jspecify.annotations.Nullable;

/** A name that its owner's tasks may carry, and how it looks. */
@Entity
@IdClass(LabelId.class)
class Label {

    @Id
    private UUID userId;

    @Id
    private UUID id;

    private String name;

    private @Nullable String color;

    @Version
    private @Nullable Integer version;

    @Column(updatable = false)
    private Instant createdAt;

    private Instant updatedAt;

    @SuppressWarnings("NullAway.Init")
    protected Label() {}

    Label(LabelId key, String name, @Nullable String color, Instant now) {
        this.userId = key.userId();
        this.id = key.id();
        this.name = name;
        this.color = color;
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** Takes another name; the tasks are not its business. */
    void rename(String name, Instant now) {
        if (!this.name.equals(name)) {
            this.name = name;
            this.updatedAt = now;
        }
    }

    void paint(@Nullable String color, Instant now) {
        if (!Objects.equals(this.color, color)) {
            this.color = color;
            this.updatedAt = now;
        }
    }

    String name() {
        return this.name;
    }

    LabelResponse toResponse() {
        return new LabelResponse(this.id, this.name, this.color, this.createdAt, this.updatedAt,
                (this.version != null) ? this.version : 0);
    }

}
