/** Digests and encodings that several packages spell the same way. Depends on no other package. */
@NullMarked
package com.taskflow.platform.crypto;

import org.jspecify.annotations.NullMarked;
