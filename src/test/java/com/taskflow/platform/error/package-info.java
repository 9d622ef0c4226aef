@NullMarked
package com.taskflow.platform.error;

import org.jspecify.annotations.NullMarked;
