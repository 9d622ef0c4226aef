/** Tests of {@link com.taskflow.platform.pages}. */
@NullMarked
package com.taskflow.platform.pages;

import org.jspecify.annotations.NullMarked;
