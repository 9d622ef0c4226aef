/** Labels as things: a colour, another name or none, in all tasks at once. The tasks themselves carry names. */
@ApplicationModule(allowedDependencies = {"platform", "user", "task", "transfer"})
@NullMarked
package com.taskflow.label;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
