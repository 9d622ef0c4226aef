package com.taskflow.platform.security;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

import com.taskflow.platform.web.WebProperties;

/**
 * Knows which origins' pages may call this service: those of {@code taskflow.web.allowed-origins}, and its own, which is
 * the forwarded scheme and the {@code Host} header.
 */
@Component
public class Origins {

    private final List<String> allowed;

    Origins(WebProperties properties) {
        this.allowed = properties.allowedOrigins().stream().map(Origins::normalise).toList();
    }

    List<String> allowed() {
        return this.allowed;
    }

    /** Whether a page of this origin may send this request; compared exactly, as browsers spell origins one way. */
    public boolean allows(HttpServletRequest request, String origin) {
        return this.allowed.contains(origin) || isOwn(request, origin);
    }

    boolean isOwn(HttpServletRequest request, String origin) {
        String host = request.getHeader(HttpHeaders.HOST);
        if (host == null) {
            return false;
        }
        String scheme = request.getScheme();
        String defaultPort = "https".equals(scheme) ? ":443" : ":80";
        String authority = host.endsWith(defaultPort) ? host.substring(0, host.length() - defaultPort.length()) : host;
        return origin.equals(scheme + "://" + authority.toLowerCase(Locale.ROOT));
    }

    private static String normalise(String origin) {
        String normalised = origin.strip().replaceFirst("/$", "").toLowerCase(Locale.ROOT);
        if (!isOrigin(normalised)) {
            throw new IllegalArgumentException("taskflow.web.allowed-origins has '%s': write scheme, host and port "
                    .formatted(origin) + "alone, for example https://app.example.com");
        }
        return normalised;
    }

    private static boolean isOrigin(String text) {
        try {
            URI uri = URI.create(text);
            return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())) && uri.getHost() != null
                    && text.equals(uri.getScheme() + "://" + uri.getAuthority()) && uri.getUserInfo() == null;
        } catch (IllegalArgumentException ex) {
            return false;
        }
    }

}
