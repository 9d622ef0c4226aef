/** Tests of {@link com.taskflow.platform.observability}'s conventions. */
@NullMarked
package com.taskflow.platform.observability;

import org.jspecify.annotations.NullMarked;
