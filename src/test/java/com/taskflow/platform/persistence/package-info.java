/** Tests of what all tables have in common. */
@NullMarked
package com.taskflow.platform.persistence;

import org.jspecify.annotations.NullMarked;
