/** Import of what an export, or another program, has written; features bring the parts that they own. */
@ApplicationModule(allowedDependencies = {"platform", "user"})
@NullMarked
package com.taskflow.transfer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
