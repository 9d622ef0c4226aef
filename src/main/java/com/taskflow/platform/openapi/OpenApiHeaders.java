package com.taskflow.platform.openapi;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;

/** The headers that more than one operation takes or answers with, described once. */
final class OpenApiHeaders {

    private static final Map<String, Header> RESPONSE = response();

    private OpenApiHeaders() {}

    private static Map<String, Header> response() {
        Map<String, Header> headers = new LinkedHashMap<>();
        headers.put("ETag", text("The entity tag: strong for one resource, weak for a list",
                "\"Xk3nC0dZ1uY8b2QwR5tPfg\""));
        headers.put("Link", text("The next page, if there is one: `<…>; rel=\"next\"`",
                "</api/v1/tasks?limit=20&cursor=AAAA>; rel=\"next\""));
        headers.put("Location",
                text("Where the new resource is", "/api/v1/tasks/019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b"));
        headers.put("RateLimit", text("What is left of each budget, as a structured field", "\"api\";r=599;t=60"));
        headers.put("RateLimit-Policy", text("The budgets that count this request, as a structured field",
                "\"api\";q=600;w=60"));
        headers.put("Retry-After", new Header().description("When to come back, in seconds")
                .schema(new IntegerSchema().minimum(BigDecimal.ONE).example(2)));
        headers.put("Set-Cookie", text("The refresh token, or the cookie's removal",
                "__Host-taskflow_refresh=…; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=604800"));
        headers.put("X-Request-Id", text("The request's id in the logs: the caller's own where it sent a valid one",
                "019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b"));
        headers.put("X-Operation-Id", text("The operation that the write was; absent when it changed nothing",
                "019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b"));
        headers.put("Idempotent-Replayed",
                text("Present when the write was done before, and this is its answer", "true"));
        headers.put("WWW-Authenticate", text("How to sign a request", "Bearer"));
        return headers;
    }

    private static Header text(String description, String example) {
        return new Header().description(description).schema(new StringSchema().example(example));
    }

    static void addTo(Components components) {
        RESPONSE.forEach(components::addHeaders);
    }

    static void add(ApiResponse response, String... names) {
        for (String name : names) {
            if (response.getHeaders() == null || !response.getHeaders().containsKey(name)) {
                response.addHeaderObject(name, new Header().$ref(name));
            }
        }
    }

    /** Headers that a handler refers to get nothing beside the reference. */
    static void tidy(ApiResponse response) {
        if (response.getHeaders() != null) {
            response.getHeaders().replaceAll((_, header) -> (header.get$ref() != null)
                    ? new Header().$ref(header.get$ref())
                    : header);
        }
    }

    static Parameter ifMatch() {
        return new Parameter().in("header").name("If-Match").schema(new StringSchema())
                .description("The ETag of what is to be changed, or `*`; without it the last write wins");
    }

    static Parameter idempotencyKey() {
        return new Parameter().in("header").name("Idempotency-Key").schema(new StringSchema().maxLength(255))
                .description("Makes the request safe to send again: for a day the same key gets the same answer");
    }

    static Parameter ifNoneMatch() {
        return new Parameter().in("header").name("If-None-Match").schema(new StringSchema())
                .description("The ETag of the answer at hand: 304 while it is still right");
    }

}
