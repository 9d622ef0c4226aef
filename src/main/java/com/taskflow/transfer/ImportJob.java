package com.taskflow.transfer;

import java.util.List;

import org.springframework.stereotype.Component;

import com.taskflow.platform.jobs.JobType;

/** Takes a received document over, section after section. Run again, it goes on with what is still staged. */
@Component
class ImportJob {

    static final JobType<ImportId> TYPE = new JobType<>("data-import", ImportId.class);

    private static final int BEFORE_ALL = -1;

    private final List<ImportSection<?>> sections;

    private final ImportChunks chunks;

    private final ImportRecords records;

    ImportJob(List<ImportSection<?>> sections, ImportChunks chunks, ImportRecords records) {
        this.sections = sections;
        this.chunks = chunks;
        this.records = records;
    }

    void run(ImportId id) {
        this.sections.forEach((section) -> store(id, section));
        this.records.finish(id);
    }

    /** Round after round, as long as the last one freed items that waited for others; what waits in vain comes last. */
    private void store(ImportId id, ImportSection<?> section) {
        boolean progress = true;
        while (progress) {
            progress = storeRound(id, section, true);
        }
        storeRound(id, section, false);
    }

    private boolean storeRound(ImportId id, ImportSection<?> section, boolean inTurn) {
        int after = BEFORE_ALL;
        for (List<ImportChunks.Staged> items = this.chunks.read(id, section.name(), after, inTurn); !items
                .isEmpty(); items = this.chunks.read(id, section.name(), after, inTurn)) {
            this.chunks.store(id, section, items);
            after = items.getLast().position();
        }
        return after != BEFORE_ALL;
    }

}
