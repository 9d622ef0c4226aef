@NullMarked
package com.taskflow.platform.security;

import org.jspecify.annotations.NullMarked;
