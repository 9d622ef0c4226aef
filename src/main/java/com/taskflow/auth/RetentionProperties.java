package com.taskflow.auth;

import java.time.Duration;

import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long records about sign-ins are kept.
 *
 * @param endedSessions revoked and expired sessions
 * @param unknownAddresses the count of sign-ins to an address without an account, since the last of them
 * @param securityEvents the record of what happened to accounts
 */
@Validated
@ConfigurationProperties("taskflow.auth.retention")
record RetentionProperties(@DurationMin(days = 1) @DefaultValue("30d") Duration endedSessions,
        @DurationMin(hours = 1) @DefaultValue("1d") Duration unknownAddresses,
        @DurationMin(days = 1) @DefaultValue("365d") Duration securityEvents) {

}
