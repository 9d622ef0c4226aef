/** Tests of tasks. */
@NullMarked
package com.taskflow.task;

import org.jspecify.annotations.NullMarked;
