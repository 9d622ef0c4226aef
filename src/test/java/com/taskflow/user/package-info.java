@NullMarked
package com.taskflow.user;

import org.jspecify.annotations.NullMarked;
