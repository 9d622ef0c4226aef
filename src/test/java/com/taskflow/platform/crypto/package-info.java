/** Tests of {@link com.taskflow.platform.crypto}. */
@NullMarked
package com.taskflow.platform.crypto;

import org.jspecify.annotations.NullMarked;
