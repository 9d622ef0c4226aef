package com.taskflow.auth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.jsonwebtoken.Header;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.UnsupportedJwtException;
import org.springframework.stereotype.Component;

import com.taskflow.platform.crypto.Base64Url;
import com.taskflow.platform.persistence.Identifiers;
import com.taskflow.platform.security.Key;
import com.taskflow.platform.security.KeySource;

/**
 * Makes and verifies access tokens: JWTs (RFC 7519) of type {@code at+jwt}, signed with HS256 by the active key of the
 * ring. The JWT library alone would also take a text or nothing for {@code exp}, any {@code typ}, a compressed payload,
 * an empty {@code crit} and several spellings of one token (RFC 8725 §3); here each token has one spelling, exactly the
 * header of {@link TokenHeader} and exactly the claims of {@link TokenClaims}. Verification needs no I/O.
 */
@Component
class AccessTokens {

    private static final List<String> ROLES = List.of("user");

    private static final int PARTS = 3;

    private static final int LONGEST_TOKEN = 4096;

    private final KeySource keys;

    private final AuthProperties properties;

    private final Clock clock;

    private final JwtParser parser;

    AccessTokens(KeySource keys, AuthProperties properties, Clock clock) {
        this.keys = keys;
        this.properties = properties;
        this.clock = clock;
        this.parser = Jwts.parser().json(new TokenJson.ObjectReader()).keyLocator(this::locate).sig().clear()
                .add(Jwts.SIG.HS256).and().enc().clear().and().key().clear().and().zip().clear().and()
                .requireIssuer(properties.issuer()).requireAudience(properties.audience())
                .clock(() -> Date.from(clock.instant())).clockSkewSeconds(properties.clockSkew().toSeconds()).build();
    }

    String issue(UUID userId, UUID sessionId, int epoch) {
        Key key = this.keys.current().signing().active();
        Instant now = this.clock.instant();
        return Jwts.builder().json(new TokenJson.ObjectWriter()).header().type(TokenHeader.TYPE).keyId(key.id()).and()
                .issuer(this.properties.issuer()).audience().add(this.properties.audience()).and()
                .subject(userId.toString()).id(Identifiers.next().toString()).claim("sid", sessionId.toString())
                .issuedAt(Date.from(now)).expiration(Date.from(now.plus(this.properties.accessLifetime())))
                .claim("epoch", epoch).claim("roles", ROLES).signWith(key.secret(), Jwts.SIG.HS256).compact();
    }

    Duration lifetime() {
        return this.properties.accessLifetime();
    }

    /** Empty for anything but a token made here that has not expired, whatever it is. */
    Optional<AccessToken> verify(String token) {
        try {
            String[] parts = token.split("\\.", PARTS + 1);
            if (token.length() > LONGEST_TOKEN || !isCompact(parts)
                    || !TokenJson.header(Base64Url.decode(parts[0])).isAccessToken()) {
                return Optional.empty();
            }
            this.parser.parseSignedClaims(token);
            return Optional.of(TokenJson.claims(Base64Url.decode(parts[1]))).filter(this::isAcceptable)
                    .map(AccessTokens::token);
        } catch (RuntimeException ex) {
            // Whatever it was that confused a parser, it was no token of ours.
            return Optional.empty();
        }
    }

    /** Three parts, none of them empty. Of what has several spellings, decoding takes one. */
    private static boolean isCompact(String[] parts) {
        return parts.length == PARTS
                && Arrays.stream(parts).map(Base64Url::decode).noneMatch((part) -> part.length == 0);
    }

    /** Called before anything is verified: a map look-up, whatever the header says. */
    private java.security.Key locate(Header header) {
        return this.keys.current().signing().find(String.valueOf(header.get("kid")))
                .orElseThrow(() -> new UnsupportedJwtException("No such key")).secret();
    }

    private boolean isAcceptable(TokenClaims claims) {
        long now = this.clock.instant().getEpochSecond();
        long skew = this.properties.clockSkew().toSeconds();
        return claims.iss().equals(this.properties.issuer())
                && claims.aud().equals(List.of(this.properties.audience())) && claims.iat() >= 0
                && claims.iat() <= now + skew && claims.exp() > now - skew
                && claims.exp() <= claims.iat() + this.properties.accessLifetime().toSeconds() + skew;
    }

    private static AccessToken token(TokenClaims claims) {
        return new AccessToken(claims.jti(), claims.sub(), claims.sid(), claims.epoch(), List.copyOf(claims.roles()),
                Instant.ofEpochSecond(claims.exp()));
    }

}
