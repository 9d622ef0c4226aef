@NullMarked
package com.taskflow.platform.ratelimit;

import org.jspecify.annotations.NullMarked;
