package com.taskflow.platform.openapi;

import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;

import com.taskflow.platform.web.ApiRequests;
import com.taskflow.platform.web.EntityTag;

/** What a handler's signature and annotations tell of its operation. */
record DocumentedHandler(HandlerMethod method) {

    /** Names of handlers that say nothing without what they act on. */
    private static final Set<String> VERBS = Set.of("change", "close", "create", "delete", "list", "read", "replace",
            "update");

    /** {@code TaskController.list} is {@code listTasks}, {@code SignInController.register} is {@code register}. */
    String operationId() {
        Operation documented = this.method.getMethodAnnotation(Operation.class);
        if (documented != null && !documented.operationId().isEmpty()) {
            return documented.operationId();
        }
        String name = this.method.getMethod().getName();
        String resource = this.method.getBeanType().getSimpleName().replaceFirst("Controller$", "");
        return VERBS.contains(name) ? name + resource + ("list".equals(name) ? "s" : "") : name;
    }

    String path() {
        return Stream.of(this.method.getBeanType(), this.method.getMethod())
                .map((element) -> AnnotatedElementUtils.findMergedAnnotation(element, RequestMapping.class))
                .filter(Objects::nonNull).flatMap((mapping) -> Arrays.stream(mapping.path()))
                .collect(Collectors.joining());
    }

    Stream<RecordComponent> queryParameters() {
        return Arrays.stream(this.method.getMethodParameters())
                .filter((parameter) -> parameter.hasParameterAnnotation(ParameterObject.class))
                .flatMap((parameter) -> Arrays.stream(parameter.getParameterType().getRecordComponents()));
    }

    boolean takes(Class<?> type) {
        return Arrays.stream(this.method.getMethodParameters())
                .anyMatch((parameter) -> parameter.getParameterType() == type);
    }

    boolean isPatch() {
        return is(PatchMapping.class);
    }

    /** Whether an {@code Idempotency-Key} counts. */
    boolean isRepeatable() {
        return is(PostMapping.class) && ApiRequests.isRepeatable(HttpMethod.POST.name(), path());
    }

    boolean writesTasks() {
        String path = path();
        return !is(GetMapping.class) && (path.startsWith("/api/v1/tasks") || path.startsWith("/api/v1/operations")
                || path.equals("/api/v1/labels/{id}"));
    }

    /** Whether it is a read whose answer has an entity tag. */
    boolean isConditional() {
        return is(GetMapping.class) && isTagged();
    }

    /** Single resources make their own tag; for what else there is one, the handler asks what the client has. */
    boolean isTagged() {
        boolean asks = Arrays.stream(this.method.getMethodParameters())
                .map((parameter) -> parameter.getParameterAnnotation(RequestHeader.class)).filter(Objects::nonNull)
                .anyMatch((header) -> header.name().equals(HttpHeaders.IF_NONE_MATCH));
        return asks || (body() instanceof Class<?> type
                && Arrays.stream(type.getDeclaredMethods()).anyMatch((m) -> m.getReturnType() == EntityTag.class));
    }

    /** Whether it answers with a part of a list, and where the next one begins. */
    boolean isPaged() {
        return body() instanceof Class<?> type && type.isRecord() && Arrays.stream(type.getRecordComponents())
                .anyMatch((component) -> component.getName().equals("nextCursor"));
    }

    /** What it answers with, null for an empty body. */
    @Nullable
    Type body() {
        ResolvableType declared = ResolvableType.forMethodReturnType(this.method.getMethod());
        Type body = HttpEntity.class.isAssignableFrom(declared.toClass())
                ? declared.getGeneric().getType()
                : declared.getType();
        return (body == void.class || body == Void.class) ? null : body;
    }

    private boolean is(Class<? extends Annotation> mapping) {
        return this.method.hasMethodAnnotation(mapping);
    }

}
