/** What operators see beside the metrics that each part keeps of itself: traces, error reports, query times. */
@NullMarked
package com.taskflow.platform.observability;

import org.jspecify.annotations.NullMarked;
