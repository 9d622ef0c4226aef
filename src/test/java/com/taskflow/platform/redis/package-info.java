@NullMarked
package com.taskflow.platform.redis;

import org.jspecify.annotations.NullMarked;
