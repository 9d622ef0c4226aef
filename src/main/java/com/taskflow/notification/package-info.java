/** Mails to users, about what happens to their accounts. Nobody uses this module: it listens. */
@ApplicationModule(allowedDependencies = {"platform", "user", "auth"})
@NullMarked
package com.taskflow.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
