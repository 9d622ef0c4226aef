package com.taskflow.platform.web;

import java.time.Instant;
import java.util.List;
import jakarta.validation.constraints.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What {@code /.well-known/security.txt} says (RFC 9116).
 *
 * @param contact where to report a weakness, the preferred way first: {@code mailto:}, {@code https:} or {@code tel:}
 * addresses; without one it is the mailbox {@code security} of the host that was asked for (RFC 2142)
 * @param expires the moment after which nobody should trust it any more, at most a year ahead; without one it is always
 * half a year ahead
 */
@Validated
@ConfigurationProperties("taskflow.security-txt")
record SecurityTxtProperties(
        @DefaultValue List<@Pattern(regexp = "(mailto:|https:|tel:)\\S+", message = "must be a mailto:, https: or tel: address") String> contact,
        @Nullable Instant expires) {

}
