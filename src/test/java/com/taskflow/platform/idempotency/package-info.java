@NullMarked
package com.taskflow.platform.idempotency;

import org.jspecify.annotations.NullMarked;
