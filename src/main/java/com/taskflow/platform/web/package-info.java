/** HTTP conventions that hold for every route: request ids, strict input, entity tags, cursors, headers. */
@NullMarked
package com.taskflow.platform.web;

import org.jspecify.annotations.NullMarked;
