/** How this service talks to Redis. Redis is optional at run time: nothing here waits for it. */
@NullMarked
package com.taskflow.platform.redis;

import org.jspecify.annotations.NullMarked;
