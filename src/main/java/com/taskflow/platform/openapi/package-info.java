/** The OpenAPI document: what its generator cannot read off the handlers. Nothing depends on it. */
@NullMarked
package com.taskflow.platform.openapi;

import org.jspecify.annotations.NullMarked;
