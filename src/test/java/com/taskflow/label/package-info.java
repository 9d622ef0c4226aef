/** Tests of labels. */
@NullMarked
package com.taskflow.label;

import org.jspecify.annotations.NullMarked;
