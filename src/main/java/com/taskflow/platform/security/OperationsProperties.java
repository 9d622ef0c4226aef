package com.taskflow.platform.security;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What operators may do on the management port.
 *
 * @param tokenFile a file with the token, at least 32 characters, that every request which changes something must carry as
 * {@code Authorization: Bearer}; it is read anew each time. Without it nothing can be changed there
 */
@ConfigurationProperties("taskflow.operations")
record OperationsProperties(@Nullable Path tokenFile) {

}
