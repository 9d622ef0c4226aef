package com.taskflow.task;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;

import com.taskflow.platform.persistence.OwnerTransactions;
import com.taskflow.testsupport.ApiUser;
import com.taskflow.testsupport.FullStackTest;

import static org.assertj.core.api.Assertions.assertThat;

/** What an owner's writes are answered while another write of theirs does not end. */
@FullStackTest
class BusyOwnerIntegrationTests {

    private static final String TITLE = "{\"title\": \"b\"}";

    private final OwnerTransactions transactions;

    private final TaskClient tasks;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private final CountDownLatch begun = new CountDownLatch(1);

    private final CountDownLatch ended = new CountDownLatch(1);

    BusyOwnerIntegrationTests(@Autowired RestTestClient anonymous, @Autowired OwnerTransactions transactions) {
        this.transactions = transactions;
        this.tasks = new TaskClient(ApiUser.register(anonymous));
    }

    @BeforeEach
    void beginAWriteThatDoesNotEnd() throws InterruptedException {
        this.tasks.create("a", "");
        this.threads.execute(() -> this.transactions.write(this.tasks.userId(), (_) -> {
            this.begun.countDown();
            awaitEnd();
            return true;
        }));
        this.begun.await();
    }

    @AfterEach
    void endIt() {
        this.ended.countDown();
        this.threads.close();
    }

    @Test
    void refusesAStaleTagAsEver() {
        TaskClient.Answer answer = this.tasks.send(HttpMethod.PATCH, uri(), TITLE, HttpHeaders.IF_MATCH, "\"old\"");

        assertThat(answer.status()).isEqualTo(412);
        assertThat(answer.headers().getETag()).isEqualTo(this.tasks.get(uri()).headers().getETag());
    }

    @Test
    void asksOthersToComeAgain() {
        TaskClient.Answer answer = this.tasks.send(HttpMethod.PATCH, uri(), TITLE, HttpHeaders.IF_MATCH,
                String.valueOf(this.tasks.get(uri()).headers().getETag()));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.headers().getFirst(HttpHeaders.RETRY_AFTER)).isNotNull();
        assertThat(this.tasks.send(HttpMethod.PATCH, uri(), TITLE).status()).isEqualTo(503);
    }

    private String uri() {
        return "/api/v1/tasks/" + this.tasks.get("/api/v1/tasks").at("$.items[0].id");
    }

    private void awaitEnd() {
        try {
            this.ended.await();
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

}
