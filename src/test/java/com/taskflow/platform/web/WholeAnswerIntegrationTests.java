package com.taskflow.platform.web;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.client.RestTestClient;

import com.taskflow.testsupport.ApiUser;
import com.taskflow.testsupport.FullStackTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Answers go out in one piece. */
@FullStackTest
class WholeAnswerIntegrationTests {

    private final RestTestClient anonymous;

    WholeAnswerIntegrationTests(@Autowired RestTestClient anonymous) {
        this.anonymous = anonymous;
    }

    @Test
    void haveTheirLengthAndAreNoChunks() {
        RestTestClient client = ApiUser.register(this.anonymous).client();

        client.get().uri("/api/v1/users/me").exchange().expectStatus().isOk()
                .expectHeader().doesNotExist(HttpHeaders.TRANSFER_ENCODING)
                .expectHeader().value(HttpHeaders.CONTENT_LENGTH, (length) -> assertThat(length).isNotEqualTo("0"));
    }

    @Test
    void haveTheirLengthWhenTheyAreProblems() {
        RestTestClient client = ApiUser.register(this.anonymous).client();

        client.get().uri("/api/v1/tasks/019b0000-0000-7000-8000-000000000000").exchange().expectStatus().isNotFound()
                .expectHeader().doesNotExist(HttpHeaders.TRANSFER_ENCODING)
                .expectHeader().exists(HttpHeaders.CONTENT_LENGTH);
    }

}
