/** Transactions that queue by owner, identifiers, and the schema's start-up check. */
@NullMarked
package com.taskflow.platform.persistence;

import org.jspecify.annotations.NullMarked;
