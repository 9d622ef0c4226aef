/** Tests of {@link com.taskflow.platform.flags}'s conventions. */
@NullMarked
package com.taskflow.platform.flags;

import org.jspecify.annotations.NullMarked;
