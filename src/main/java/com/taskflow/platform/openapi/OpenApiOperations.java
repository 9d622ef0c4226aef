package com.taskflow.platform.openapi;

import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
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
import com.taskflow.platform.web.IfMatch;

/**
 * Completes an operation by what its handler declares: its id, the headers it reads and answers with, and the problems
 * it can end in. A handler documents by itself what only it knows: its summary, a success other than 200, a conflict.
 */
class OpenApiOperations implements GlobalOperationCustomizer {

    private static final String MERGE_PATCH = "application/merge-patch+json";

    /** Names of handlers that say nothing without what they act on. */
    private static final Set<String> VERBS = Set.of("change", "close", "create", "delete", "list", "read", "replace",
            "update");

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        operation.setOperationId(operationId(handler));
        describeParameters(operation, handler);
        if (operation.getSecurity() != null) {
            operation.getSecurity().sort(Comparator.comparing(Object::toString));
        }
        describeBody(operation, handler);
        describeSuccess(operation.getResponses(), handler);
        describeProblems(operation, handler);
        return operation;
    }

    /** {@code TaskController.list} is {@code listTasks}, {@code SignInController.register} is {@code register}. */
    private static String operationId(HandlerMethod handler) {
        var documented = handler.getMethodAnnotation(io.swagger.v3.oas.annotations.Operation.class);
        if (documented != null && !documented.operationId().isEmpty()) {
            return documented.operationId();
        }
        String name = handler.getMethod().getName();
        String resource = handler.getBeanType().getSimpleName().replaceFirst("Controller$", "");
        return VERBS.contains(name) ? name + resource + ("list".equals(name) ? "s" : "") : name;
    }

    private static void describeParameters(Operation operation, HandlerMethod handler) {
        List<Parameter> parameters = new ArrayList<>();
        if (operation.getParameters() != null) {
            parameters.addAll(operation.getParameters());
        }
        parameters.removeIf((parameter) -> "If-None-Match".equals(parameter.getName()));
        if (isConditional(handler)) {
            parameters.add(OpenApiHeaders.ifNoneMatch());
        }
        if (takes(handler, IfMatch.class)) {
            parameters.add(OpenApiHeaders.ifMatch());
        }
        if (isRepeatable(handler)) {
            parameters.add(OpenApiHeaders.idempotencyKey());
        }
        parameters.stream().map(Parameter::getSchema).filter(Objects::nonNull).forEach(OpenApiOperations::neverNull);
        queryOf(handler).forEach((component) -> parameters.stream()
                .filter((parameter) -> component.getName().equals(parameter.getName())).map(Parameter::getSchema)
                .forEach((schema) -> OpenApiSchemas.constrain(component.getAnnotatedType(), schema)));
        operation.setParameters(parameters.isEmpty() ? null : parameters);
    }

    private static Stream<RecordComponent> queryOf(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters())
                .filter((parameter) -> parameter.hasParameterAnnotation(ParameterObject.class))
                .flatMap((parameter) -> Arrays.stream(parameter.getParameterType().getRecordComponents()));
    }

    /** A query has no way to say null. */
    private static void neverNull(Schema<?> schema) {
        if (schema.getTypes() != null) {
            schema.setTypes(schema.getTypes().stream().filter((type) -> !"null".equals(type))
                    .collect(Collectors.toSet()));
        }
    }

    private static void describeBody(Operation operation, HandlerMethod handler) {
        if (operation.getRequestBody() != null && AnnotatedElementUtils.hasAnnotation(handler.getMethod(),
                PatchMapping.class)) {
            Content content = operation.getRequestBody().getContent();
            MediaType body = content.values().iterator().next();
            content.addMediaType(MERGE_PATCH, new MediaType().schema(body.getSchema()));
        }
    }

    private static void describeSuccess(ApiResponses responses, HandlerMethod handler) {
        Type body = bodyType(handler);
        responses.forEach((status, response) -> {
            if (status.startsWith("2")) {
                if (body == null || "204".equals(status)) {
                    response.setContent(null);
                }
                if (isTagged(handler)) {
                    OpenApiHeaders.add(response, "ETag");
                }
                if (body instanceof Class<?> type && hasComponent(type, "nextCursor")) {
                    OpenApiHeaders.add(response, "Link");
                }
                if (isRepeatable(handler)) {
                    OpenApiHeaders.add(response, "Idempotent-Replayed");
                }
                if (isOperation(handler)) {
                    OpenApiHeaders.add(response, "X-Operation-Id");
                }
                OpenApiHeaders.add(response, "RateLimit", "RateLimit-Policy", "X-Request-Id");
            }
        });
        if (isConditional(handler)) {
            ApiResponse notModified = new ApiResponse().description("What the client has is still right");
            OpenApiHeaders.add(notModified, "ETag", "X-Request-Id");
            responses.addApiResponse("304", notModified);
        }
    }

    private static void describeProblems(Operation operation, HandlerMethod handler) {
        ApiResponses responses = operation.getResponses();
        responses.forEach((status, response) -> {
            OpenApiHeaders.tidy(response);
            if (isProblem(status)) {
                OpenApiProblems.own(response, status, path(handler));
            }
        });
        share(responses, "400", "406", "429", "503");
        boolean isPublic = operation.getSecurity() != null && operation.getSecurity().isEmpty();
        if (!isPublic) {
            share(responses, "401");
        }
        if (operation.getRequestBody() != null) {
            share(responses, "413", "415");
        }
        if (takes(handler, IfMatch.class)) {
            share(responses, "412");
        }
        boolean hasPath = operation.getParameters() != null
                && operation.getParameters().stream().anyMatch((parameter) -> "path".equals(parameter.getIn()));
        if (hasPath) {
            share(responses, "404");
        }
    }

    private static void share(ApiResponses responses, String... statuses) {
        Arrays.stream(statuses).filter((status) -> !responses.containsKey(status))
                .forEach((status) -> responses.addApiResponse(status, OpenApiProblems.shared(status)));
    }

    private static String path(HandlerMethod handler) {
        return Stream.of(handler.getBeanType(), handler.getMethod())
                .map((element) -> AnnotatedElementUtils.findMergedAnnotation(element, RequestMapping.class))
                .filter(Objects::nonNull).flatMap((mapping) -> Arrays.stream(mapping.path()))
                .collect(Collectors.joining());
    }

    private static boolean isRepeatable(HandlerMethod handler) {
        return handler.hasMethodAnnotation(PostMapping.class)
                && ApiRequests.isRepeatable(HttpMethod.POST.name(), path(handler));
    }

    /** Whether it writes tasks. */
    private static boolean isOperation(HandlerMethod handler) {
        String path = path(handler);
        return !handler.hasMethodAnnotation(GetMapping.class)
                && (path.startsWith("/api/v1/tasks") || path.startsWith("/api/v1/operations")
                        || path.equals("/api/v1/labels/{id}"));
    }

    private static boolean isProblem(String status) {
        return status.startsWith("4") || status.startsWith("5");
    }

    private static boolean takes(HandlerMethod handler, Class<?> type) {
        return Arrays.stream(handler.getMethodParameters())
                .anyMatch((parameter) -> parameter.getParameterType() == type);
    }

    /** Whether it is a read whose answer has an entity tag. */
    private static boolean isConditional(HandlerMethod handler) {
        return handler.hasMethodAnnotation(GetMapping.class) && isTagged(handler);
    }

    /** Single resources make their own tag; for what else there is one, the handler asks what the client has. */
    private static boolean isTagged(HandlerMethod handler) {
        boolean asks = Arrays.stream(handler.getMethodParameters())
                .map((parameter) -> parameter.getParameterAnnotation(RequestHeader.class)).filter(Objects::nonNull)
                .anyMatch((header) -> header.name().equals(HttpHeaders.IF_NONE_MATCH));
        return asks || (bodyType(handler) instanceof Class<?> type
                && Arrays.stream(type.getDeclaredMethods()).anyMatch((m) -> m.getReturnType() == EntityTag.class));
    }

    private static boolean hasComponent(Class<?> type, String name) {
        return type.isRecord() && Arrays.stream(type.getRecordComponents())
                .anyMatch((component) -> component.getName().equals(name));
    }

    /** What the handler answers with, null for an empty body. */
    private static @Nullable Type bodyType(HandlerMethod handler) {
        ResolvableType declared = ResolvableType.forMethodReturnType(handler.getMethod());
        Type body = HttpEntity.class.isAssignableFrom(declared.toClass())
                ? declared.getGeneric().getType()
                : declared.getType();
        return (body == void.class || body == Void.class) ? null : body;
    }

}
