package com.taskflow.platform.error;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the body of every error, from whichever layer it comes: {@code {"type": "/problems/<slug>", "title", "status",
 * "detail", "instance", "requestId", "errors": [{"field", "code", "message"}]}} (RFC 9457).
 */
@Component
public class Problems {

    private static final String REQUEST_ID = "X-Request-Id";

    private final JsonMapper json;

    Problems(JsonMapper json) {
        this.json = json;
    }

    /** The problem as a body for the answer to this request. */
    static ProblemDetail body(HttpServletRequest request, HttpServletResponse response, HttpStatusCode status,
            String slug, String detail, List<FieldError> errors) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("/problems/" + slug));
        problem.setTitle(title(slug));
        problem.setInstance(instance(request));
        problem.setProperty("requestId", response.getHeader(REQUEST_ID));
        if (!errors.isEmpty()) {
            problem.setProperty("errors", errors);
        }
        return problem;
    }

    static ProblemDetail body(HttpServletRequest request, HttpServletResponse response, ProblemException exception) {
        ProblemDetail problem = body(request, response, exception.status(), exception.slug(), exception.detail(),
                exception.errors());
        exception.members().forEach(problem::setProperty);
        return problem;
    }

    /** Answers from a filter, where no controller advice reaches. */
    public void write(HttpServletRequest request, HttpServletResponse response, ProblemException exception)
            throws IOException {
        exception.headers().forEach((name, values) -> values.forEach((value) -> response.setHeader(name, value)));
        write(response, body(request, response, exception));
    }

    /** Answers outside of every handler with a status that the framework or the servlet container chose. */
    public void write(HttpServletRequest request, HttpServletResponse response, HttpStatusCode status)
            throws IOException {
        write(response, body(request, response, status, StatusProblem.of(status).slug(),
                "The request could not be answered.", List.of()));
    }

    private void write(HttpServletResponse response, ProblemDetail problem) throws IOException {
        byte[] bytes = this.json.writeValueAsBytes(problem);
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    /** The slug in words. */
    public static String title(String slug) {
        return slug.substring(0, 1).toUpperCase(Locale.ROOT) + slug.substring(1).replace('-', ' ');
    }

    /** The address that was asked for: not the one of the error page, and not every request has got that far. */
    private static URI instance(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        try {
            return URI.create(Objects.requireNonNullElse((failed instanceof String uri) ? uri : request.getRequestURI(),
                    "/"));
        } catch (IllegalArgumentException ex) {
            return URI.create("/");
        }
    }

}
