package com.taskflow.platform.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

import com.taskflow.platform.error.FieldError;
import com.taskflow.platform.error.InvalidException;

/**
 * Holds a request to what its handler declares, before anything is read from it: the media type of its body (415), its
 * announced length (413), that there is none where none is taken (400), and its query parameters (400 for an unknown or
 * doubled one), which are the handler's {@code @RequestParam}s and the components of its {@code @ParameterObject} record.
 */
class StrictRequestInterceptor implements HandlerInterceptor {

    private static final Pattern EMPTY_OBJECT = Pattern.compile("\\{\\s*+}");

    /** To look at a handler's annotations costs more than many a request. */
    private final Map<HandlerMethod, DeclaredInput> handlers = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws HttpMediaTypeNotSupportedException, IOException {
        if (handler instanceof HandlerMethod method && request.getRequestURI().startsWith("/api/v1/")) {
            DeclaredInput declared = this.handlers.computeIfAbsent(method, DeclaredInput::by);
            boolean hasBody = request.getContentLengthLong() > 0
                    || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
            if (!declared.bodies().isEmpty() && (hasBody || declared.needsBody())) {
                checkMediaType(request, declared.bodies());
                // Throws for a body that is announced as too long.
                request.getInputStream();
            } else if (hasBody) {
                checkSaysNothing(request);
            }
            checkParameters(request, declared.parameters());
        }
        return true;
    }

    /** Many a client library sends an empty object where there is nothing to say. */
    private static void checkSaysNothing(HttpServletRequest request)
            throws HttpMediaTypeNotSupportedException, IOException {
        checkMediaType(request, List.of(MediaType.APPLICATION_JSON));
        String body = new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (!body.isEmpty() && !EMPTY_OBJECT.matcher(body).matches()) {
            throw InvalidException.of("malformed-request", "This route takes no body.");
        }
    }

    private static void checkMediaType(HttpServletRequest request, List<MediaType> accepted)
            throws HttpMediaTypeNotSupportedException {
        if (request.getHeader(HttpHeaders.CONTENT_ENCODING) != null) {
            throw new HttpMediaTypeNotSupportedException("Encoded bodies are not accepted", accepted);
        }
        if (Collections.list(request.getHeaders(HttpHeaders.CONTENT_TYPE)).size() > 1) {
            throw new HttpMediaTypeNotSupportedException("A body has one media type", accepted);
        }
        MediaType given = mediaType(request.getContentType(), accepted);
        boolean utf8 = given.getParameters().isEmpty() || StandardCharsets.UTF_8.equals(given.getCharset());
        if (!utf8 || accepted.stream().noneMatch((type) -> type.equalsTypeAndSubtype(given))) {
            throw new HttpMediaTypeNotSupportedException(given, accepted);
        }
    }

    private static MediaType mediaType(@Nullable String header, List<MediaType> accepted)
            throws HttpMediaTypeNotSupportedException {
        try {
            if (header != null) {
                return MediaType.parseMediaType(header);
            }
        } catch (InvalidMediaTypeException ex) {
            // Answered below: what cannot be parsed is no supported type either.
        }
        throw new HttpMediaTypeNotSupportedException("The body's media type is missing or malformed", accepted);
    }

    private static void checkParameters(HttpServletRequest request, Map<String, Class<?>> declared)
            throws IOException {
        List<FieldError> errors = new ArrayList<>();
        request.getParameterMap().forEach((name, values) -> {
            Class<?> type = declared.get(name);
            if (type == null) {
                errors.add(new FieldError(RequestText.isStorable(name) ? name : "?", "unknown",
                        "is not a parameter of this route; it has " + declared.keySet()));
            } else if (values.length > 1 && !Collection.class.isAssignableFrom(type)) {
                errors.add(new FieldError(name, "duplicate", "may be given once"));
            } else if (!Arrays.stream(values).allMatch((value) -> isPossible(value, type))) {
                errors.add(new FieldError(name, "invalid", "has a value that is not one of this parameter's"));
            }
        });
        if (!errors.isEmpty()) {
            // That a body in chunks is too long comes first.
            request.getInputStream().transferTo(OutputStream.nullOutputStream());
            throw InvalidException.fields(errors);
        }
    }

    /** Enums are looked at here, since Spring falls back to their constants' own names, and takes "on" for a truth. */
    private static boolean isPossible(String value, Class<?> type) {
        return !value.isEmpty() && RequestText.isStorable(value)
                && (type != boolean.class || "true".equals(value) || "false".equals(value))
                && (!type.isEnum() || WireName.isOneOf(type, value));
    }

}
