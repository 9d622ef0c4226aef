package com.taskflow.auth;

import org.jspecify.annotations.Nullable;

/**
 * The result of a refresh. It is returned and not thrown, so that the revocation after a reuse commits.
 *
 * @param tokens null unless the session goes on
 */
record RefreshResult(RefreshOutcome outcome, @Nullable IssuedTokens tokens) {

    static RefreshResult refused(RefreshOutcome outcome) {
        return new RefreshResult(outcome, null);
    }

}
