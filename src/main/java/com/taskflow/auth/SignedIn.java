package com.taskflow.auth;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

import com.taskflow.platform.security.CurrentUser;

/** The authentication of a request with a valid access token; the principal is the {@link CurrentUser}. */
class SignedIn extends AbstractAuthenticationToken {

    private final CurrentUser user;

    private final transient AccessToken token;

    SignedIn(AccessToken token) {
        super(AuthorityUtils.createAuthorityList(token.roles()));
        this.user = new CurrentUser(token.userId(), token.sessionId());
        this.token = token;
        setAuthenticated(true);
    }

    @Override
    public CurrentUser getPrincipal() {
        return this.user;
    }

    /** What the token said, without the token. */
    @Override
    public AccessToken getCredentials() {
        return this.token;
    }

    @Override
    public String getName() {
        return this.user.id().toString();
    }

}
