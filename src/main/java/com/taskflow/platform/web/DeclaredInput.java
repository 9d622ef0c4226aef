package com.taskflow.platform.web;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.springdoc.core.annotations.ParameterObject;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

/**
 * What a handler takes.
 *
 * @param bodies media types, empty for one that reads no body
 * @param needsBody whether it cannot do without one
 * @param parameters of the query, with their types
 */
record DeclaredInput(List<MediaType> bodies, boolean needsBody, Map<String, Class<?>> parameters) {

    private static final MediaType MERGE_PATCH = MediaType.valueOf("application/merge-patch+json");

    static DeclaredInput by(HandlerMethod method) {
        return new DeclaredInput(bodies(method), needsBody(method), parameters(method));
    }

    /** What the handler names, else the contract's JSON. */
    private static List<MediaType> bodies(HandlerMethod method) {
        RequestMapping mapping = method.getMethodAnnotation(RequestMapping.class);
        if (mapping != null && mapping.consumes().length > 0) {
            return Arrays.stream(mapping.consumes()).map(MediaType::valueOf).toList();
        }
        if (Arrays.stream(method.getMethodParameters())
                .noneMatch((parameter) -> parameter.hasParameterAnnotation(RequestBody.class))) {
            return List.of();
        }
        return (mapping != null && List.of(mapping.method()).contains(RequestMethod.PATCH))
                ? List.of(MERGE_PATCH, MediaType.APPLICATION_JSON)
                : List.of(MediaType.APPLICATION_JSON);
    }

    private static boolean needsBody(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .map((parameter) -> parameter.getParameterAnnotation(RequestBody.class)).filter(Objects::nonNull)
                .allMatch(RequestBody::required);
    }

    private static Map<String, Class<?>> parameters(HandlerMethod method) {
        Map<String, Class<?>> declared = new TreeMap<>();
        for (MethodParameter parameter : method.getMethodParameters()) {
            RequestParam named = parameter.getParameterAnnotation(RequestParam.class);
            if (named != null) {
                declared.put(name(parameter, named), parameter.getParameterType());
            } else if (parameter.hasParameterAnnotation(ParameterObject.class)) {
                for (RecordComponent component : parameter.getParameterType().getRecordComponents()) {
                    declared.put(component.getName(), component.getType());
                }
            }
        }
        return declared;
    }

    private static String name(MethodParameter parameter, RequestParam named) {
        return named.name().isEmpty() ? String.valueOf(parameter.getParameter().getName()) : named.name();
    }

}
