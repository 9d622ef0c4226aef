/**
 * Work that is done later: a durable queue in PostgreSQL (db-scheduler), written to in the transaction that causes the
 * work, and emptied by every replica that is not told otherwise.
 */
@NullMarked
package com.taskflow.platform.jobs;

import org.jspecify.annotations.NullMarked;
