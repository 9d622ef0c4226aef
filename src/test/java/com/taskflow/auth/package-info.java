@NullMarked
package com.taskflow.auth;

import org.jspecify.annotations.NullMarked;
