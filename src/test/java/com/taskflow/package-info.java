/** Tests of the service as a whole: its architecture, its documents, its defaults. */
@NullMarked
package com.taskflow;

import org.jspecify.annotations.NullMarked;
