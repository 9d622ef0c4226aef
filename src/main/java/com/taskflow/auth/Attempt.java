package com.taskflow.auth;

/**
 * One try at a password, counted as a failure until it turns out right.
 *
 * @param admitted whether the password may be looked at
 * @param blocks whether nothing more is looked at for a while should this one be wrong
 */
record Attempt(AttemptSubject subject, boolean admitted, boolean blocks) {

}
