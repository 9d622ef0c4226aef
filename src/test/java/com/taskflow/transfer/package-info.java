/** Tests of imports below the API. */
@NullMarked
package com.taskflow.transfer;

import org.jspecify.annotations.NullMarked;
