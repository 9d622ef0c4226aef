package com.taskflow.platform.pages;

import java.util.List;
import java.util.Set;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/**
 * The browser client: static files, beside the API on the same port, if the build packaged them. Every address that is
 * none of the service's own is one of its pages.
 */
@Component
@EnableConfigurationProperties(PagesProperties.class)
public class Pages {

    private static final Set<String> METHODS = Set.of("GET", "HEAD");

    /** By pattern and not by text: /%61pi is the same address. */
    private static final RequestMatcher OWN = new OrRequestMatcher(List
            .of("/api/**", "/actuator/**", "/v3/**", "/swagger-ui/**", "/swagger-ui.html", "/livez", "/readyz",
                    "/.well-known/**", "/error")
            .stream().<RequestMatcher>map((path) -> PathPatternRequestMatcher.pathPattern(path)).toList());

    private final String folder;

    private final boolean present;

    Pages(PagesProperties properties, ResourceLoader resources) {
        this.folder = properties.folder();
        Resource index = resources.getResource(this.folder + "index.html");
        this.present = index.exists();
    }

    String folder() {
        return this.folder;
    }

    boolean arePresent() {
        return this.present;
    }

    /** Whether this asks for a page or a file of one, which need not exist. */
    public boolean isRequested(HttpServletRequest request) {
        return this.present && METHODS.contains(request.getMethod()) && !OWN.matches(request);
    }

}
