/** Feeds that calendar software subscribes to, with a secret in the address instead of a sign-in. */
@ApplicationModule(allowedDependencies = {"platform", "user", "task"})
@NullMarked
package com.taskflow.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
