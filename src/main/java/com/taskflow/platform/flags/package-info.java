/** Decisions that operators change while the service runs, and that may differ by user. */
@NullMarked
package com.taskflow.platform.flags;

import org.jspecify.annotations.NullMarked;
