package com.taskflow.auth;

import java.time.Instant;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

import com.taskflow.platform.security.AccessGrant;
import com.taskflow.platform.security.CurrentUser;

/** The authentication of a request with a valid access token; the principal is the {@link CurrentUser}. */
class AccessTokenAuthentication extends AbstractAuthenticationToken implements AccessGrant {

    private final CurrentUser user;

    private final transient AccessToken token;

    private final transient Denylist denylist;

    AccessTokenAuthentication(AccessToken token, Denylist denylist) {
        super(AuthorityUtils.createAuthorityList(token.roles()));
        this.user = new CurrentUser(token.userId(), token.sessionId());
        this.token = token;
        this.denylist = denylist;
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

    @Override
    public Instant expiresAt() {
        return this.token.expiresAt();
    }

    @Override
    public boolean isRevoked() {
        return this.denylist.isRevoked(this.token);
    }

}
