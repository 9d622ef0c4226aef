package com.taskflow.auth;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import jakarta.validation.constraints.Min;

import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many wrong passwords are looked at, counted for an account as far as strangers are concerned, for every device
 * that has signed in to it before, and for every session that asks for the password again.
 *
 * @param failures wrong passwords within the window; the last of them begins the first wait
 * @param window that long a wrong password counts, and that long after a wait a further one begins a longer wait
 * @param firstWait how long nothing is looked at then; doubled for every further wrong password
 * @param longestWait what waits are doubled up to
 * @param hardStop wrong passwords since the last right one, after which only a password reset helps
 * @param deviceLifetime how long a browser is known again after a sign-in
 */
@Validated
@ConfigurationProperties("taskflow.auth.lockout")
record LockoutProperties(@Min(2) @DefaultValue("10") int failures,
        @DurationMin(seconds = 1) @DefaultValue("15m") Duration window,
        @DurationMin(seconds = 1) @DefaultValue("1m") Duration firstWait,
        @DurationMin(seconds = 1) @DefaultValue("15m") Duration longestWait,
        @Min(2) @DefaultValue("100") int hardStop,
        @DurationMin(days = 1) @DefaultValue("365d") Duration deviceLifetime) {

    /** The waits after the last failure that is free of them and after each further one; the last stands for the rest. */
    List<Duration> waits() {
        List<Duration> doubled = Stream
                .iterate(this.firstWait, (wait) -> wait.compareTo(this.longestWait) < 0, (wait) -> wait.multipliedBy(2))
                .toList();
        return Stream.concat(doubled.stream(), Stream.of(this.longestWait)).toList();
    }

}
