package com.taskflow.transfer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** What comes of a chunk of items beside what is stored of them. */
public final class ImportChunk {

    private final String section;

    private final List<ImportLoss> losses = new ArrayList<>();

    private final Set<UUID> left = new HashSet<>();

    ImportChunk(String section) {
        this.section = section;
    }

    /** Notes that a field, or with a null field all, of an item is not taken over. */
    public void lose(int position, @Nullable UUID subject, @Nullable String field, String code, String message) {
        this.losses.add(new ImportLoss(this.section, position, subject, field, code, message));
    }

    /** What later sections say about this subject is left out, too. */
    public void leaveOut(UUID subject) {
        this.left.add(subject);
    }

    List<ImportLoss> losses() {
        return this.losses;
    }

    Collection<UUID> leftOut() {
        return this.left;
    }

}
