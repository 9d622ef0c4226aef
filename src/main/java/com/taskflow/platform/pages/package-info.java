/** The browser client, served as static files beside the API. */
@NullMarked
package com.taskflow.platform.pages;

import org.jspecify.annotations.NullMarked;
