package com.taskflow.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

import com.taskflow.platform.error.ConflictException;
import com.taskflow.platform.error.InvalidException;
import com.taskflow.platform.error.NotFoundException;
import com.taskflow.platform.jobs.Jobs;
import com.taskflow.platform.security.CurrentUser;

/** Receives documents to import and tells how it goes. */
@Service
class ImportService {

    private static final int MOST_LISTED = 20;

    private final List<ImportFormat> formats;

    private final List<ImportSection<?>> sections;

    private final ImportRecords records;

    private final JdbcClient jdbc;

    private final Jobs jobs;

    private final TransactionOperations transaction;

    ImportService(List<ImportFormat> formats, List<ImportSection<?>> sections, ImportRecords records,
            JdbcClient jdbc, Jobs jobs, TransactionOperations transaction) {
        this.formats = formats;
        this.sections = sections;
        this.records = records;
        this.jdbc = jdbc;
        this.jobs = jobs;
        this.transaction = transaction;
    }

    /**
     * Stages a document while it comes and queues the job that takes it over. No connection is held while the client
     * sends.
     * @param answer is made in the transaction that queues the job
     * @throws ConflictException {@code import-running}
     * @throws InvalidException when it is no such document; nothing of it is kept then
     */
    <T> T receive(CurrentUser actor, MediaType type, InputStream document, Function<ImportResponse, T> answer)
            throws IOException {
        ImportFormat format = this.formats.stream()
                .filter((candidate) -> MediaType.valueOf(candidate.mediaType()).equalsTypeAndSubtype(type)).findFirst()
                .orElseThrow();
        ImportId id = this.records.begin(actor.id(), format.name());
        boolean complete = false;
        try {
            Staging staging = new Staging(id, this.sections, this.jdbc, this.records);
            format.read(document, staging);
            staging.flush();
            T queued = queue(id, answer);
            complete = true;
            return queued;
        } finally {
            if (!complete) {
                this.records.delete(id);
            }
        }
    }

    private <T> T queue(ImportId id, Function<ImportResponse, T> answer) {
        return this.transaction.execute((_) -> {
            this.records.run(id);
            this.jobs.enqueue(ImportJob.TYPE, id);
            return answer.apply(find(id));
        });
    }

    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public ImportResponse find(CurrentUser actor, UUID id) {
        return find(new ImportId(actor.id(), id));
    }

    private ImportResponse find(ImportId id) {
        return this.records.find(id).orElseThrow(() -> NotFoundException.of("import", id.id()));
    }

    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public List<ImportResponse> list(CurrentUser actor) {
        return this.records.list(actor.id(), MOST_LISTED);
    }

}
