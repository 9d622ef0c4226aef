/** Tasks: lists, search, and the change counter under every write. */
@ApplicationModule(allowedDependencies = {"platform", "user", "transfer"})
@NullMarked
package com.taskflow.task;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
