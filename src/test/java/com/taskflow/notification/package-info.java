/** Tests of the mails. */
@NullMarked
package com.taskflow.notification;

import org.jspecify.annotations.NullMarked;
