package com.taskflow.platform.web;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

import com.taskflow.testsupport.MutableClock;

import static org.assertj.core.api.Assertions.assertThat;

class SecurityTxtControllerTests {

    private final MutableClock clock = MutableClock.at(Instant.parse("2026-11-22T08:30:00Z"));

    @Test
    void saysWhatIsConfigured() {
        SecurityTxtProperties properties = new SecurityTxtProperties(
                List.of("mailto:security@example.org", "https://example.org/report"),
                Instant.parse("2027-06-01T00:00:00Z"));

        assertThat(read(properties)).isEqualTo("""
                Contact: mailto:security@example.org
                Contact: https://example.org/report
                Expires: 2027-06-01T00:00:00Z
                Preferred-Languages: en
                """);
    }

    @Test
    void fallsBackToTheMailboxOfTheHost() {
        assertThat(read(new SecurityTxtProperties(List.of(), null)))
                .isEqualTo("""
                        Contact: mailto:security@tasks.example.org
                        Expires: 2027-05-21T00:00:00Z
                        Preferred-Languages: en
                        """);
    }

    private String read(SecurityTxtProperties properties) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setServerName("tasks.example.org");
        return new SecurityTxtController(properties, this.clock).read(request);
    }

}
