/** Tests of {@link com.taskflow.platform.web}'s conventions. */
@NullMarked
package com.taskflow.platform.web;

import org.jspecify.annotations.NullMarked;
