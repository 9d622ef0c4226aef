/** Tests of {@link com.taskflow.platform.openapi}. */
@NullMarked
package com.taskflow.platform.openapi;

import org.jspecify.annotations.NullMarked;
