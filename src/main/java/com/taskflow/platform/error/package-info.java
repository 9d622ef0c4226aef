/** Errors as RFC 9457 problems: the kinds a feature may throw and the one place that writes them. */
@NullMarked
package com.taskflow.platform.error;

import org.jspecify.annotations.NullMarked;
