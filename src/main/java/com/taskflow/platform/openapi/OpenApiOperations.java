package com.taskflow.platform.openapi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.web.method.HandlerMethod;

import com.taskflow.platform.web.IfMatch;

/**
 * Completes an operation by what its handler declares: its id, the headers it reads and answers with, and the problems
 * it can end in. A handler documents by itself what only it knows: its summary, a success other than 200, a conflict.
 */
class OpenApiOperations implements GlobalOperationCustomizer {

    private static final String MERGE_PATCH = "application/merge-patch+json";

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        DocumentedHandler handler = new DocumentedHandler(method);
        operation.setOperationId(handler.operationId());
        describeParameters(operation, handler);
        if (operation.getSecurity() != null) {
            operation.getSecurity().sort(Comparator.comparing(Object::toString));
        }
        describeBody(operation, handler);
        describeSuccess(operation.getResponses(), handler);
        describeProblems(operation, handler);
        return operation;
    }

    private static void describeParameters(Operation operation, DocumentedHandler handler) {
        List<Parameter> parameters = new ArrayList<>();
        if (operation.getParameters() != null) {
            parameters.addAll(operation.getParameters());
        }
        parameters.removeIf((parameter) -> "If-None-Match".equals(parameter.getName()));
        if (handler.isConditional()) {
            parameters.add(OpenApiHeaders.ifNoneMatch());
        }
        if (handler.takes(IfMatch.class)) {
            parameters.add(OpenApiHeaders.ifMatch());
        }
        if (handler.isRepeatable()) {
            parameters.add(OpenApiHeaders.idempotencyKey());
        }
        parameters.stream().map(Parameter::getSchema).filter(Objects::nonNull).forEach(OpenApiOperations::neverNull);
        handler.queryParameters().forEach((component) -> parameters.stream()
                .filter((parameter) -> component.getName().equals(parameter.getName())).map(Parameter::getSchema)
                .forEach((schema) -> OpenApiSchemas.constrain(component.getAnnotatedType(), schema)));
        operation.setParameters(parameters.isEmpty() ? null : parameters);
    }

    /** A query has no way to say null. */
    private static void neverNull(Schema<?> schema) {
        if (schema.getTypes() != null) {
            schema.setTypes(schema.getTypes().stream().filter((type) -> !"null".equals(type))
                    .collect(Collectors.toSet()));
        }
    }

    private static void describeBody(Operation operation, DocumentedHandler handler) {
        if (operation.getRequestBody() != null && handler.isPatch()) {
            Content content = operation.getRequestBody().getContent();
            MediaType body = content.values().iterator().next();
            content.addMediaType(MERGE_PATCH, new MediaType().schema(body.getSchema()));
        }
    }

    private static void describeSuccess(ApiResponses responses, DocumentedHandler handler) {
        responses.forEach((status, response) -> {
            if (status.startsWith("2")) {
                if (handler.body() == null || "204".equals(status)) {
                    response.setContent(null);
                }
                addHeaders(response, handler);
            }
        });
        if (handler.isConditional()) {
            ApiResponse notModified = new ApiResponse().description("What the client has is still right");
            OpenApiHeaders.add(notModified, "ETag", "X-Request-Id");
            responses.addApiResponse("304", notModified);
        }
    }

    private static void addHeaders(ApiResponse success, DocumentedHandler handler) {
        if (handler.isTagged()) {
            OpenApiHeaders.add(success, "ETag");
        }
        if (handler.isPaged()) {
            OpenApiHeaders.add(success, "Link");
        }
        if (handler.isRepeatable()) {
            OpenApiHeaders.add(success, "Idempotent-Replayed");
        }
        if (handler.writesTasks()) {
            OpenApiHeaders.add(success, "X-Operation-Id");
        }
        OpenApiHeaders.add(success, "RateLimit", "RateLimit-Policy", "X-Request-Id");
    }

    private static void describeProblems(Operation operation, DocumentedHandler handler) {
        ApiResponses responses = operation.getResponses();
        responses.forEach((status, response) -> {
            OpenApiHeaders.tidy(response);
            if (isProblem(status)) {
                OpenApiProblems.own(response, status, handler.path());
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
        if (handler.takes(IfMatch.class)) {
            share(responses, "412");
        }
        boolean hasPath = operation.getParameters() != null
                && operation.getParameters().stream().anyMatch((parameter) -> "path".equals(parameter.getIn()));
        if (hasPath) {
            share(responses, "404");
        }
    }

    private static boolean isProblem(String status) {
        return status.startsWith("4") || status.startsWith("5");
    }

    private static void share(ApiResponses responses, String... statuses) {
        Arrays.stream(statuses).filter((status) -> !responses.containsKey(status))
                .forEach((status) -> responses.addApiResponse(status, OpenApiProblems.shared(status)));
    }

}
