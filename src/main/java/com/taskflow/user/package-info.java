/** Accounts and profiles. */
@ApplicationModule(allowedDependencies = {"platform"})
@NullMarked
package com.taskflow.user;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
