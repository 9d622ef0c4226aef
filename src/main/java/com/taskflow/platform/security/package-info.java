/** Who is calling: the security filter chain, the signed-in user, the ring of keys and the password hasher. */
@NullMarked
package com.taskflow.platform.security;

import org.jspecify.annotations.NullMarked;
