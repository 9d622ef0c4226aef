@NullMarked
package com.taskflow.platform.time;

import org.jspecify.annotations.NullMarked;
