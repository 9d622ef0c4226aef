package com.taskflow.auth;

import org.jspecify.annotations.Nullable;

/**
 * The result of a refresh. It is returned and not thrown, so that the revocation after a reuse commits.
 *
 * @param signIn null unless the session goes on
 */
record Refresh(RefreshOutcome outcome, @Nullable SignIn signIn) {

    static Refresh refused(RefreshOutcome outcome) {
        return new Refresh(outcome, null);
    }

}
