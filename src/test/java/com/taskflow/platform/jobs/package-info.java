/** Tests of the job queue. */
@NullMarked
package com.taskflow.platform.jobs;

import org.jspecify.annotations.NullMarked;
