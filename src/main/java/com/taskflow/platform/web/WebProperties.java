package com.taskflow.platform.web;

import java.time.Duration;
import java.util.List;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What browsers and proxies may do, and how many requests are taken for how long.
 *
 * @param allowedOrigins origins (scheme, host and port) whose pages may call the API with credentials; the service's
 * own origin always may
 * @param trustedProxies addresses or CIDR ranges of the proxies whose X-Forwarded headers are believed; from anyone else
 * they are ignored; by default those on the same machine
 * @param drain how long requests are still taken after SIGTERM, with readiness down: at least as long as the load
 * balancer needs to notice
 * @param concurrent requests that are worked on at once; four times as many may wait half a second for their turn, more
 * are refused with 503
 */
@Validated
@ConfigurationProperties("taskflow.web")
public record WebProperties(@DefaultValue List<String> allowedOrigins, @DefaultValue({
    "127.0.0.0/8", "::1"}) List<String> trustedProxies, @DefaultValue("5s") Duration drain,
        @Min(1) @DefaultValue("256") int concurrent) {

}
