/** The one clock, and how long a request may still wait. */
@NullMarked
package com.taskflow.platform.time;

import org.jspecify.annotations.NullMarked;
