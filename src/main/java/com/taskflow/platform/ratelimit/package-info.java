/**
 * Rate limits: how often a client address, a session or a user may ask. {@link com.taskflow.platform.ratelimit.RateLimit}
 * is the policy, {@code LimitedRoutes} says which route is held to which limit.
 */
@NullMarked
package com.taskflow.platform.ratelimit;

import org.jspecify.annotations.NullMarked;
