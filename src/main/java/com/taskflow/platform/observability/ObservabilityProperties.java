package com.taskflow.platform.observability;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is measured beyond the usual.
 *
 * @param queryTimer whether every SQL statement of a request is timed, as the metric taskflow.jdbc.query
 */
@ConfigurationProperties("taskflow.observability")
record ObservabilityProperties(@DefaultValue("true") boolean queryTimer) {

}
