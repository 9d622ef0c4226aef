package com.taskflow.platform.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import jakarta.servlet.http.HttpServletRequest;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells who finds a weakness where to report it (RFC 9116). */
@Hidden
@RestController
class SecurityTxtController {

    private static final Duration VALIDITY = Duration.ofDays(180);

    private final SecurityTxtProperties properties;

    private final Clock clock;

    SecurityTxtController(SecurityTxtProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    @GetMapping(path = "/.well-known/security.txt", produces = "text/plain;charset=utf-8")
    String read(HttpServletRequest request) {
        List<String> contacts = this.properties.contact().isEmpty()
                ? List.of("mailto:security@" + request.getServerName())
                : this.properties.contact();
        return contacts.stream().map((contact) -> "Contact: " + contact + "\n").collect(Collectors.joining())
                + "Expires: " + expires() + "\nPreferred-Languages: en\n";
    }

    private Instant expires() {
        Instant fixed = this.properties.expires();
        return (fixed != null) ? fixed : this.clock.instant().plus(VALIDITY).truncatedTo(ChronoUnit.DAYS);
    }

}
