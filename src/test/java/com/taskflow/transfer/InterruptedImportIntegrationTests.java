package com.taskflow.transfer;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

import com.taskflow.platform.persistence.Identifiers;
import com.taskflow.testsupport.ApiUser;
import com.taskflow.testsupport.FullStackTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** Imports whose worker died between two chunks, or was only thought to have. */
@FullStackTest
class InterruptedImportIntegrationTests {

    private static final int COUNT = 1_203;

    private static final int BEFORE_ALL = -1;

    private final JdbcClient jdbc;

    private final TransactionOperations transaction;

    private final ImportRecords records;

    private final ImportChunks chunks;

    private final ImportJob job;

    private final List<ImportSection<?>> sections;

    private final UUID owner;

    private ImportId id = new ImportId(new UUID(0, 0), new UUID(0, 0));

    InterruptedImportIntegrationTests(@Autowired JdbcClient jdbc, @Autowired TransactionOperations transaction,
            @Autowired ImportRecords records, @Autowired ImportChunks chunks, @Autowired ImportJob job,
            @Autowired List<ImportSection<?>> sections, @Autowired RestTestClient anonymous) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.records = records;
        this.chunks = chunks;
        this.job = job;
        this.sections = sections;
        this.owner = ApiUser.register(anonymous).id();
    }

    @BeforeEach
    void stageTasks() {
        this.id = this.records.begin(this.owner, "taskflow");
        Staging staging = new Staging(this.id, this.sections, this.jdbc, this.records);
        for (int i = 0; i < COUNT; i++) {
            staging.item("tasks", JsonMapper.shared()
                    .valueToTree(Map.of("id", Identifiers.next().toString(), "title", "task " + i)));
        }
        staging.flush();
        this.transaction.executeWithoutResult((_) -> this.records.run(this.id));
    }

    @Test
    void goesOnWhereItWas() {
        this.chunks.store(this.id, section(), next());

        this.job.run(this.id);

        assertDone();
    }

    @Test
    void changesNothingWhenItIsRunOnceMore() {
        this.job.run(this.id);

        this.job.run(this.id);

        assertDone();
    }

    @Test
    void letsOneOfTwoWorkersStoreAChunk() {
        List<ImportChunks.Staged> chunk = next();
        this.chunks.store(this.id, section(), chunk);

        assertThatIllegalStateException().isThrownBy(() -> this.chunks.store(this.id, section(), chunk));

        this.job.run(this.id);
        assertDone();
    }

    private List<ImportChunks.Staged> next() {
        return this.chunks.read(this.id, section().name(), BEFORE_ALL, true);
    }

    private ImportSection<?> section() {
        return this.sections.stream().filter((section) -> section.name().equals("tasks")).findFirst().orElseThrow();
    }

    private void assertDone() {
        assertThat(this.records.find(this.id)).hasValueSatisfying((done) -> {
            assertThat(done.status()).isEqualTo(ImportStatus.DONE);
            assertThat(done.processed()).isEqualTo(COUNT);
            assertThat(done.imported()).isEqualTo(COUNT);
            assertThat(done.losses()).isZero();
        });
        assertThat(count("select count(distinct seq) from task where user_id = ?")).isEqualTo(COUNT);
        assertThat(count("select seq from change_counter where user_id = ?")).isEqualTo(COUNT);
    }

    private long count(String sql) {
        return this.jdbc.sql(sql).param(this.owner).query(Long.class).single();
    }

}
