package com.taskflow.platform.ratelimit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

class LimitedRoutesTests {

    @ParameterizedTest
    @CsvSource({"POST, /api/v1/auth/login, LOGIN", "POST, /api/v1/auth/%6Cogin, LOGIN",
        "POST, /api/v1/auth/register, REGISTER", "POST, /api/v1/auth/password/forgot, FORGOT",
        "GET, /api/v1/auth/login, ANONYMOUS", "POST, /api/v1/auth/login/totp, LOGIN",
        "POST, /api/v1/auth/password/reset, ANONYMOUS", "POST, /api/v1/auth/logout, ANONYMOUS",
        "POST, /api/v1/auth/refresh, ANONYMOUS", "GET, /api/v1/tasks, ANONYMOUS", "GET, /%61pi/v1/tasks, ANONYMOUS",
        "GET, /api/nothing, ANONYMOUS"})
    void countsStrangerByAddress(String method, String uri, RateLimit limit) {
        assertThat(LimitedRoutes.ofStranger(new MockHttpServletRequest(method, uri))).contains(limit);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/livez", "/readyz", "/v3/api-docs", "/swagger-ui/index.html", "/swagger-ui.html",
        "/.well-known/security.txt", "/index.html", "/assets/app.js"})
    void leavesEverythingOutsideTheApiFree(String uri) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", uri);

        assertThat(LimitedRoutes.ofStranger(request)).isEmpty();
        assertThat(LimitedRoutes.ofUser(request)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"GET, /api/v1/users/me/export, EXPORT", "HEAD, /api/v1/users/me/export, EXPORT",
        "GET, /api/v1/users/me/%65xport, EXPORT", "GET, /api/v1/users/me, API", "POST, /api/v1/auth/login, API"})
    void countsUserByRoute(String method, String uri, RateLimit limit) {
        assertThat(LimitedRoutes.ofUser(new MockHttpServletRequest(method, uri))).contains(limit);
    }

    @Test
    void leavesRefreshWithItsHeaderToTheHandler() {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/v1/auth/refresh");
        request.addHeader("X-TaskFlow-CSRF", "1");

        assertThat(LimitedRoutes.ofStranger(request)).isEmpty();
    }

}
