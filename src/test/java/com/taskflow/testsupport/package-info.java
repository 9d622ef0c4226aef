/**
 * What development and the integration tests run on: real PostgreSQL, real Redis, a mail server that keeps what it
 * gets, and a clock that can be moved. Nothing here is packaged.
 */
@NullMarked
package com.taskflow.testsupport;

import org.jspecify.annotations.NullMarked;
