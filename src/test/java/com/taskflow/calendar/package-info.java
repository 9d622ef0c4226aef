/** Tests of calendar feeds. */
@NullMarked
package com.taskflow.calendar;

import org.jspecify.annotations.NullMarked;
