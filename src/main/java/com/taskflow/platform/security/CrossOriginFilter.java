package com.taskflow.platform.security;

import java.time.Duration;
import java.util.List;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.filter.CorsFilter;

import com.taskflow.platform.error.ForbiddenException;

/** Cross-origin requests (WHATWG Fetch §3.2): preflights end here, and requests from a foreign origin with 403. */
class CrossOriginFilter extends CorsFilter {

    private static final Duration PREFLIGHT_AGE = Duration.ofHours(2);

    CrossOriginFilter(Origins origins) {
        super(new Source(origins));
        setCorsProcessor(new RefusingProcessor());
    }

    /** The same rules everywhere; the service's own origin is added where the framework takes it for a foreign one. */
    private static final class Source implements CorsConfigurationSource {

        private final Origins origins;

        private final CorsConfiguration configuration;

        private Source(Origins origins) {
            this.origins = origins;
            this.configuration = configuration(origins.allowed());
        }

        @Override
        public CorsConfiguration getCorsConfiguration(HttpServletRequest request) {
            String origin = request.getHeader(HttpHeaders.ORIGIN);
            return (origin != null && this.origins.isOwn(request, origin))
                    ? configuration(List.of(origin))
                    : this.configuration;
        }

        private static CorsConfiguration configuration(List<String> allowedOrigins) {
            CorsConfiguration configuration = new CorsConfiguration();
            configuration.setAllowedOrigins(allowedOrigins);
            configuration.setAllowCredentials(true);
            configuration.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
            configuration.setAllowedHeaders(List.of("Authorization", "Content-Type", "If-Match", "If-None-Match",
                    "Idempotency-Key", "Last-Event-ID", "X-Request-Id", "X-TaskFlow-CSRF"));
            configuration.setExposedHeaders(List.of("ETag", "Location", "Link", "Retry-After", "RateLimit",
                    "RateLimit-Policy", "X-Request-Id", "X-Operation-Id", "Idempotent-Replayed"));
            configuration.setMaxAge(PREFLIGHT_AGE);
            return configuration;
        }

    }

    private static final class RefusingProcessor extends DefaultCorsProcessor {

        @Override
        protected void rejectRequest(ServerHttpResponse response) {
            throw ForbiddenException.of("forbidden",
                    "Pages of this origin may not send this request: see taskflow.web.allowed-origins.");
        }

    }

}
