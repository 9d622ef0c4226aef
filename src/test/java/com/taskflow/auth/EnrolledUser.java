package com.taskflow.auth;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import org.bouncycastle.util.encoders.Base32;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import com.taskflow.auth.AuthClient.Answer;
import com.taskflow.testsupport.ApiUser;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody with a second factor, and their phone. Enrolment uses the present step and {@link #code} the next one, so that
 * no test depends on when a step ends.
 */
record EnrolledUser(ApiUser account, String secret, String enrolmentCode, List<String> recoveryCodes, Instant at) {

    private static final TimeBasedOneTimePasswordGenerator APP = new TimeBasedOneTimePasswordGenerator();

    static EnrolledUser enrol(RestTestClient anonymous, Clock clock) {
        ApiUser account = ApiUser.register(anonymous);
        String secret = json(call(account, HttpMethod.POST, "", Map.of("password", ApiUser.PASSWORD))).get("secret")
                .asString();
        Instant now = clock.instant();
        String code = codeAt(secret, now);
        List<String> recoveryCodes = json(call(account, HttpMethod.POST, "/confirm", Map.of("code", code)))
                .get("recoveryCodes").valueStream().map(JsonNode::asString).toList();
        assertThat(recoveryCodes).hasSize(10);
        return new EnrolledUser(account, secret, code, recoveryCodes, now);
    }

    /** Calls the second factor's routes. */
    static Answer call(ApiUser user, HttpMethod method, String path, @Nullable Object body) {
        RestTestClient.RequestBodySpec request = user.client().method(method)
                .uri("/api/v1/users/me/second-factor" + path).header("X-Forwarded-Proto", "https");
        RestTestClient.RequestHeadersSpec<?> ready = (body != null)
                ? request.contentType(MediaType.APPLICATION_JSON).body(body)
                : request;
        return new Answer(ready.exchange().expectBody(String.class).returnResult());
    }

    private static JsonNode json(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body().getBytes(StandardCharsets.UTF_8));
    }

    private static String codeAt(String secret, Instant time) {
        try {
            return APP.generateOneTimePasswordString(new SecretKeySpec(Base32.decode(secret), "HmacSHA1"), time,
                    Locale.ROOT);
        } catch (InvalidKeyException ex) {
            throw new IllegalStateException(ex);
        }
    }

    String email() {
        return this.account.email();
    }

    /** The code of the step after the one of enrolment: it counts for a minute at least. */
    String code() {
        return codeAt(this.secret, this.at.plusSeconds(30));
    }

}
