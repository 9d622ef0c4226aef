package com.taskflow.platform.security;

import java.io.IOException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;

import com.taskflow.platform.error.ForbiddenException;
import com.taskflow.platform.error.InvalidException;
import com.taskflow.platform.error.Problems;
import com.taskflow.platform.error.UnauthenticatedException;

/**
 * Words the refusals of the filter chain as problems. A 401 is the same for every reason: what was wrong with a token
 * is nothing that its bearer needs to know.
 */
@Component
class SecurityProblems implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {

    private final Problems problems;

    SecurityProblems(Problems problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException ex)
            throws IOException {
        this.problems.write(request, response, UnauthenticatedException.nobody());
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException ex)
            throws IOException {
        this.problems.write(request, response, ForbiddenException.of("forbidden", "This is not allowed."));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException ex)
            throws IOException {
        this.problems.write(request, response, InvalidException.of("malformed-request", "The request is malformed."));
    }

}
