/**
 * Transactions that queue by owner, identifiers, the schema's check at the start and its migration, reading from a replica
 * ({@code OwnReads}, {@code Replica…}), and connections that keep to a request's deadline.
 */
@NullMarked
package com.taskflow.platform.persistence;

import org.jspecify.annotations.NullMarked;
