package com.taskflow.auth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

import com.taskflow.testsupport.FullStackTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Keys are exchanged while people work: nobody notices. The service ends before its key folder, which it would refill. */
@FullStackTest
@DirtiesContext
class KeyRotationIntegrationTests {

    @TempDir
    private static Path dir = Path.of("replaced by JUnit");

    private final AuthClient client;

    KeyRotationIntegrationTests(@Autowired RestTestClient client) {
        this.client = new AuthClient(client);
    }

    @DynamicPropertySource
    static void keys(DynamicPropertyRegistry registry) {
        registry.add("taskflow.keys.dir", () -> dir.toString());
        registry.add("taskflow.keys.reload", () -> "50ms");
        registry.add("taskflow.limits.refresh", () -> "off");
        registry.add("taskflow.limits.api", () -> "off");
    }

    @Test
    void signsNobodyOutWhenKeysAreRotatedUnderLoad() throws Exception {
        AuthClient.Answer signedUp = this.client.register(AuthClient.newEmail());
        AtomicReference<String> oldAccessToken = new AtomicReference<>(signedUp.field("accessToken"));
        AtomicReference<String> refreshToken = new AtomicReference<>(signedUp.refreshToken());
        Map<Integer, Integer> answers = new ConcurrentHashMap<>();
        AtomicBoolean done = new AtomicBoolean();
        Thread reader = Thread.ofVirtual().start(() -> work(done, answers, () -> read(oldAccessToken.get())));
        Thread refresher = Thread.ofVirtual().start(() -> work(done, answers, () -> refresh(refreshToken)));

        addKeys("2");
        makeActive("2");

        await().until(() -> refreshToken.get().startsWith("v1.2."));
        done.set(true);
        reader.join();
        refresher.join();
        assertThat(answers).containsOnlyKeys(200);
        assertThat(kid(this.client.refresh(refreshToken.get()).field("accessToken"))).isEqualTo("2");
    }

    private static void work(AtomicBoolean done, Map<Integer, Integer> answers,
            java.util.function.IntSupplier request) {
        while (!done.get()) {
            answers.merge(request.getAsInt(), 1, Integer::sum);
        }
    }

    private int read(String token) {
        return this.client.call(org.springframework.http.HttpMethod.GET, "/api/v1/users/me", AuthClient.bearer(token))
                .status();
    }

    private int refresh(AtomicReference<String> token) {
        AuthClient.Answer answer = this.client.refresh(token.get());
        token.set(answer.refreshToken());
        return answer.status();
    }

    private static void addKeys(String id) throws IOException {
        for (String purpose : new String[]{"signing", "pepper"}) {
            byte[] key = new byte[32];
            new SecureRandom().nextBytes(key);
            write(purpose + "-" + id + ".key", Base64.getEncoder().encodeToString(key));
        }
    }

    private static void makeActive(String id) throws IOException {
        write("active", id);
    }

    /** As an operator should: a reader sees the old file or the new one, never half of it. */
    private static void write(String name, String content) throws IOException {
        Path temporary = Files.writeString(dir.resolve("new.tmp"), content);
        Files.move(temporary, dir.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private static String kid(String accessToken) {
        String header = new String(Base64.getUrlDecoder().decode(accessToken.substring(0, accessToken.indexOf('.'))),
                java.nio.charset.StandardCharsets.UTF_8);
        return header.replaceFirst(".*\"kid\":\"([^\"]*)\".*", "$1");
    }

}
