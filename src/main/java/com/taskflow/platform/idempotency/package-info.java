/** Requests that a client may send again without doing their work twice. */
@NullMarked
package com.taskflow.platform.idempotency;

import org.jspecify.annotations.NullMarked;
