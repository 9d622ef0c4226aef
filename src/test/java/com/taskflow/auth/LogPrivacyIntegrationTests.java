package com.taskflow.auth;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;

import com.taskflow.auth.AuthClient.Answer;
import com.taskflow.platform.error.ConflictException;
import com.taskflow.testsupport.ApiUser;
import com.taskflow.testsupport.FullStackTest;
import com.taskflow.user.EmailAddress;
import com.taskflow.user.UserService;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Log lines say who did something, by id, and nothing that opens or names anything. */
@FullStackTest
@ExtendWith(OutputCaptureExtension.class)
class LogPrivacyIntegrationTests {

    private static final Logger log = LoggerFactory.getLogger(LogPrivacyIntegrationTests.class);

    private static final String WRONG = "wrong-" + UUID.randomUUID();

    private static final String SEARCHED = "searched-" + UUID.randomUUID();

    private final AuthClient auth;

    private final UserService users;

    private final TransactionTemplate transaction;

    private final String email = AuthClient.newEmail();

    LogPrivacyIntegrationTests(@Autowired RestTestClient http, @Autowired UserService users,
            @Autowired TransactionTemplate transaction) {
        this.auth = new AuthClient(http);
        this.users = users;
        this.transaction = transaction;
    }

    @Test
    void logsNoSecretAndNoAddressOfAWholeVisit(CapturedOutput output) {
        Answer registered = this.auth.register(this.email);
        for (int i = 0; i < 11; i++) {
            this.auth.login(this.email, WRONG);
        }
        Answer session = this.auth.login(this.email, ApiUser.PASSWORD, registered.deviceToken());
        Answer refreshed = this.auth.refresh(session.refreshToken());
        String token = refreshed.field("accessToken");
        this.auth.call(HttpMethod.GET, "/api/v1/tasks?q=" + SEARCHED, AuthClient.bearer(token));
        this.auth.call(HttpMethod.GET, "/api/v1/tasks?limit=" + SEARCHED, AuthClient.bearer(token));
        this.auth.json("/password/forgot", Map.of("email", this.email));
        this.auth.json("/password/reset", Map.of("token", SEARCHED, "password", WRONG));
        this.auth.http().post().uri("/api/v1/tasks").header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON).body("{\"title\": \"" + SEARCHED).exchange();
        this.auth.call(HttpMethod.GET, "/api/v1/users/me", (headers) -> headers.set(HttpHeaders.COOKIE,
                "__Host-taskflow_refresh=" + SEARCHED + " x; Authorization=Bearer " + token));
        this.auth.post("/logout-all", AuthClient.bearer(token));

        assertThat(output.getAll()).contains("\"action\":\"locked_out\"", "\"action\":\"signed_out_everywhere\"");
        for (String secret : List.of(this.email, ApiUser.PASSWORD, WRONG, SEARCHED, session.field("accessToken"),
                token, session.refreshToken(), refreshed.refreshToken(), registered.deviceToken(),
                session.deviceToken())) {
            assertThat(secret).isNotEmpty();
            assertThat(output.getAll()).doesNotContain(secret);
        }
    }

    @Test
    void logsNoAddressThatTwoPeopleSignUpWithAtOnce(CapturedOutput output) {
        this.auth.register(this.email);

        assertThatExceptionOfType(ConflictException.class).isThrownBy(() -> this.transaction
                .execute((_) -> this.users.register(new EmailAddress(this.email), "Somebody", "hash")));

        assertThat(output.getAll()).doesNotContain(this.email);
    }

    @Test
    void namesTheUserAndTheRequestInTheLinesOfASignedInRequest(CapturedOutput output) {
        Answer session = this.auth.register(this.email);
        String request = "request-" + UUID.randomUUID();

        this.auth.post("/logout-all", (headers) -> {
            AuthClient.bearer(session.field("accessToken")).accept(headers);
            headers.set("X-Request-Id", request);
        });
        log.info("A line outside of every request");

        assertThat(output.getAll().lines().filter((line) -> line.contains(request))).isNotEmpty()
                .allSatisfy((line) -> assertThat(line).contains("\"user\":{\"id\":\"" + session.field("id") + "\"}",
                        "\"http\":{\"request\":{\"id\":\"" + request + "\"}}"));
        assertThat(output.getAll().lines().filter((line) -> line.contains("outside of every request")))
                .singleElement().asString().doesNotContain("\"user\"");
    }

}
