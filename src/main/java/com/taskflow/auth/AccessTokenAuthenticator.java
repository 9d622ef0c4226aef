package com.taskflow.auth;

import java.util.Optional;

import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.stereotype.Component;

/**
 * Decides for the filter chain whether an access token signs its bearer in. A bad token is a 401; a dependency that is
 * needed to decide and does not answer must stay an exception of its own kind, which the chain answers with 503.
 */
@Component
class AccessTokenAuthenticator implements AuthenticationManager {

    private final VerifiedTokens tokens;

    private final Denylist denylist;

    AccessTokenAuthenticator(VerifiedTokens tokens, Denylist denylist) {
        this.tokens = tokens;
        this.denylist = denylist;
    }

    /** What the token says, when it is genuine and still counts. */
    Optional<AccessToken> accept(String token) {
        return this.tokens.verify(token).filter((accepted) -> !this.denylist.isRevoked(accepted));
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        String token = ((BearerTokenAuthenticationToken) authentication).getToken();
        return accept(token).map((accepted) -> new AccessTokenAuthentication(accepted, this.denylist))
                .orElseThrow(() -> new BadCredentialsException("Invalid token"));
    }

}
