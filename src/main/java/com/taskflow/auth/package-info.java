/** Sign-up, sign-in, sessions and tokens. */
@ApplicationModule(allowedDependencies = {"platform", "user"})
@NullMarked
package com.taskflow.auth;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
