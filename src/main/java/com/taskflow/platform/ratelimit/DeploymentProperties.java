package com.taskflow.platform.ratelimit;

import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The deployment as a whole.
 *
 * @param replicas how many replicas run; without Redis each admits this part of every rate limit, so that a number too
 * small lets too much through and one too large too little
 */
@Validated
@ConfigurationProperties("taskflow")
record DeploymentProperties(@Min(1) @DefaultValue("1") int replicas) {

}
