package com.taskflow.platform.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;

import com.taskflow.platform.error.Problems;

/** The shared problem schema, and the answers that are the same for every operation that can give them. */
final class OpenApiProblems {

    private static final String TYPE = "application/problem+json";

    private static final Pattern SLUG = Pattern.compile("`([a-z-]+)`");

    private static final String REQUEST_ID = "019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b";

    /** Of each status: the component's name, the usual slug, and what it means. */
    private static final Map<String, Kind> KINDS = Map.of(
            "400", new Kind("BadRequest", "invalid-request", "The request is malformed, or a field is invalid"),
            "401", new Kind("Unauthorized", "unauthenticated", "Nobody is signed in by this request"),
            "403", new Kind("Forbidden", "forbidden", "This may not be done this way"),
            "404", new Kind("NotFound", "not-found", "There is no such thing, or it belongs to somebody else"),
            "406", new Kind("NotAcceptable", "not-acceptable", "The answer cannot be had in that media type"),
            "412", new Kind("PreconditionFailed", "precondition-failed", "The resource has changed since"),
            "413", new Kind("PayloadTooLarge", "payload-too-large", "The body is larger than this address takes"),
            "415", new Kind("UnsupportedMediaType", "unsupported-media-type", "The body is of another media type"),
            "429", new Kind("TooManyRequests", "rate-limited", "Too many requests: wait as Retry-After says"),
            "503", new Kind("Unavailable", "unavailable", "Busy, or a dependency is down: try again shortly"));

    private OpenApiProblems() {}

    private record Kind(String component, String slug, String description) {

    }

    static void addTo(Components components) {
        components.addSchemas("FieldError", fieldError());
        components.addSchemas("Problem", problem());
        KINDS.forEach((status, kind) -> components.addResponses(kind.component(),
                describe(new ApiResponse().description(kind.description()), status, List.of(kind.slug()),
                        "/api/v1/tasks")));
    }

    /** The shared answer of this status. */
    static ApiResponse shared(String status) {
        Kind kind = KINDS.get(status);
        if (kind == null) {
            throw new IllegalArgumentException("No answer is shared for status " + status);
        }
        return new ApiResponse().$ref(kind.component());
    }

    /**
     * Makes an answer that a handler documents itself a problem. Its description begins with the slugs, in backticks.
     */
    static ApiResponse own(ApiResponse response, String status, String path) {
        List<String> slugs = SLUG.matcher(response.getDescription()).results().map((slug) -> slug.group(1)).toList();
        return describe(response, status, slugs, path);
    }

    private static ApiResponse describe(ApiResponse response, String status, List<String> slugs,
            String path) {
        MediaType body = new MediaType().schema(new Schema<>().$ref("Problem"));
        slugs.forEach((slug) -> body.addExamples(slug, new Example().value(example(status, slug, path))));
        OpenApiHeaders.add(response, "X-Request-Id");
        switch (status) {
            case "401" -> OpenApiHeaders.add(response, "WWW-Authenticate");
            case "412" -> OpenApiHeaders.add(response, "ETag");
            case "429" -> OpenApiHeaders.add(response, "Retry-After", "RateLimit", "RateLimit-Policy");
            case "503" -> OpenApiHeaders.add(response, "Retry-After");
            default -> {
            }
        }
        return response.content(new Content().addMediaType(TYPE, body));
    }

    private static Map<String, Object> example(String status, String slug, String path) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "/problems/" + slug);
        problem.put("title", Problems.title(slug));
        problem.put("status", Integer.valueOf(status));
        problem.put("detail", "A sentence for people.");
        problem.put("instance", path);
        problem.put("requestId", REQUEST_ID);
        if ("invalid-request".equals(slug)) {
            problem.put("errors", List.of(Map.of("field", "title", "code", "length", "message",
                    "must have 1 to 500 characters")));
        }
        return problem;
    }

    private static Schema<?> fieldError() {
        Schema<?> schema = new ObjectSchema().description("What is wrong with one field or parameter");
        schema.addProperty("field", text("The JSON path or the parameter's name"));
        schema.addProperty("code", text("A stable word for programs"));
        schema.addProperty("message", text("A sentence for people"));
        schema.addProperty("index",
                new IntegerSchema().format("int32").description("Which operation of a batch, from 0"));
        return schema.required(List.of("code", "field", "message"));
    }

    private static Schema<?> problem() {
        Schema<?> schema = new ObjectSchema().description("RFC 9457 problem details");
        schema.addProperty("type", text("`/problems/<slug>`: stable, programs may branch on it"));
        schema.addProperty("title", text("The slug in words"));
        schema.addProperty("status", new IntegerSchema().format("int32"));
        schema.addProperty("detail", text("A sentence for people"));
        schema.addProperty("instance", text("The path that was asked for"));
        schema.addProperty("requestId", text("The same as in X-Request-Id"));
        schema.addProperty("errors", new ArraySchema().items(new Schema<>().$ref("FieldError"))
                .description("Only where fields or parameters are at fault"));
        return schema.required(List.of("detail", "instance", "requestId", "status", "title", "type"));
    }

    private static Schema<?> text(String description) {
        return new StringSchema().description(description);
    }

}
