/** Mails to users, about their accounts and what they want to be reminded of. Nobody uses this module: it listens. */
@ApplicationModule(allowedDependencies = {"platform", "user", "auth", "task"})
@NullMarked
package com.taskflow.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
