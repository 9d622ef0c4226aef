/** Tests of sign-in and accounts. */
@NullMarked
package com.taskflow.auth;

import org.jspecify.annotations.NullMarked;
