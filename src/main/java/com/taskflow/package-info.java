/** The TaskFlow service. Each sub-package is a feature; {@code platform} knows none of them. */
@NullMarked
package com.taskflow;

import org.jspecify.annotations.NullMarked;
