package com.taskflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.swagger.v3.oas.annotations.Hidden;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import com.taskflow.testsupport.FullStackTest;
import com.taskflow.testsupport.GeneratedDocument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/** The OpenAPI document is committed, complete and true. */
@FullStackTest
@TestPropertySource(properties = {"springdoc.api-docs.enabled=true", "springdoc.swagger-ui.enabled=true"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenApiDocumentIntegrationTests {

    private static final String REQUESTS = "application/json";

    private final RestTestClient anonymous;

    private final Map<RequestMappingInfo, HandlerMethod> handlers;

    private final JsonMapper json;

    private JsonNode document;

    OpenApiDocumentIntegrationTests(@Autowired RestTestClient anonymous,
            @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings,
            @Autowired JsonMapper json) {
        this.anonymous = anonymous;
        this.handlers = mappings.getHandlerMethods();
        this.json = json;
        this.document = json.createObjectNode();
    }

    /** An operation of the document. */
    private record Operation(String path, String method, JsonNode node) {

        String name() {
            return this.method.toUpperCase(java.util.Locale.ROOT) + " " + this.path;
        }

        boolean isPublic() {
            return this.node.has("security") && this.node.get("security").isEmpty();
        }

        boolean takesToken() {
            return !this.node.has("security") || this.node.get("security").toString().contains("bearer");
        }

    }

    /** A body of an operation, with its schema and example. */
    private record Body(String name, JsonNode content) {

    }

    @BeforeAll
    void read() {
        this.document = this.json.readTree(this.anonymous.get().uri("/v3/api-docs").exchange().expectStatus().isOk()
                .expectBody(byte[].class).returnResult().getResponseBody());
    }

    @Test
    void isCommitted() {
        Object sorted = this.json.treeToValue(this.document, Object.class);
        String pretty = this.json.rebuild().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build()
                .writerWithDefaultPrettyPrinter().writeValueAsString(sorted).replace("\r\n", "\n") + "\n";

        GeneratedDocument.at("docs/api/openapi.json").assertIs(pretty);
    }

    @Test
    void describesEveryHandler() {
        Set<String> described = operations().map(Operation::name).collect(Collectors.toSet());

        assertThat(ourHandlers().flatMap((handler) -> names(handler.getKey()))).isNotEmpty()
                .allSatisfy((name) -> assertThat(described).contains(name));
    }

    @Test
    void namesOperationsForClients() {
        List<String> ids = operations().map((operation) -> operation.node().path("operationId").asString("")).toList();

        assertThat(ids).doesNotHaveDuplicates().allMatch((id) -> id.matches("[a-z]+([A-Z][a-z]+)*"));
        assertThat(operations()).allSatisfy((operation) -> {
            assertThat(operation.node().path("summary").asString("")).as(operation.name()).isNotEmpty();
            assertThat(operation.node().path("tags")).as(operation.name()).hasSize(1);
        });
    }

    @Test
    void describesWhatCanGoWrong() {
        assertThat(operations()).allSatisfy((operation) -> {
            Set<String> statuses = Set.copyOf(operation.node().path("responses").propertyNames());
            assertThat(statuses).as(operation.name()).contains("400", "406", "429", "503")
                    .anyMatch((status) -> status.startsWith("2"));
            if (!operation.isPublic()) {
                assertThat(statuses).as(operation.name()).contains("401");
            }
            if (operation.node().has("requestBody")) {
                assertThat(statuses).as(operation.name()).contains("413", "415");
            }
            if (operation.path().contains("{")) {
                assertThat(statuses).as(operation.name()).contains("404");
            }
        });
    }

    @Test
    void explainsEveryProblem() throws IOException {
        String guide = Files.readString(Path.of("docs/api/README.md"));

        assertThat(Pattern.compile("/problems/([a-z-]+)").matcher(this.document.toString()).results()
                .map((slug) -> slug.group(1)).distinct()).hasSizeGreaterThan(10)
                .allSatisfy((slug) -> assertThat(guide).contains("| `" + slug + "` |"));
    }

    @Test
    void asksForTokenWhereItSaysSo() {
        assertThat(operations()).allSatisfy((operation) -> {
            String path = operation.path().replaceAll("\\{[^}]+}", "01890000-0000-7000-8000-000000000000");
            byte[] answer = this.anonymous
                    .method(HttpMethod.valueOf(operation.method().toUpperCase(java.util.Locale.ROOT)))
                    .uri(path).exchange().expectBody(byte[].class).returnResult().getResponseBody();
            boolean refused = "/problems/unauthenticated".equals(this.json.readTree(answer).path("type").asString(""));

            assertThat(refused).as(operation.name()).isEqualTo(operation.takesToken());
        });
    }

    @Test
    void givesExampleOfEveryBody() {
        assertThat(bodies()).isNotEmpty().allSatisfy((body) -> {
            JsonNode example = body.content().path("example");
            JsonNode schema = resolve(body.content().path("schema"));
            assertThat(example.isObject() || schema.path("type").asString("").equals("string")).as(body.name())
                    .isTrue();
            assertFits(body.name(), example, schema);
        });
    }

    @Test
    void givesRequestExamplesThatTheServiceReads() {
        ourHandlers().forEach((handler) -> Stream.of(handler.getValue().getMethodParameters())
                .filter((parameter) -> parameter.hasParameterAnnotation(RequestBody.class))
                .forEach((parameter) -> names(handler.getKey()).map(this::operation).forEach((operation) -> {
                    String example = operation.node().at("/requestBody/content").path(REQUESTS).path("example")
                            .toString();
                    assertThatCode(() -> this.json.readValue(example, parameter.getParameterType()))
                            .as(operation.name()).doesNotThrowAnyException();
                })));
    }

    /** An example has every required field and no unknown one, all the way down to where anything may stand. */
    private void assertFits(String name, JsonNode example, JsonNode schema) {
        if (example.isObject() && (schema.has("properties") || schema.has("additionalProperties"))) {
            Set<String> required = new HashSet<>();
            schema.path("required").forEach((field) -> required.add(field.asString()));
            assertThat(example.propertyNames()).as(name).containsAll(required);
            example.properties().forEach((field) -> {
                JsonNode member = schema.path("properties").path(field.getKey());
                JsonNode expected = member.isMissingNode() ? schema.path("additionalProperties") : member;
                assertThat(expected.isObject()).as(name + " " + field.getKey()).isTrue();
                assertFits(name, field.getValue(), resolve(expected));
            });
        } else if (example.isArray()) {
            example.forEach((element) -> assertFits(name, element, resolve(schema.path("items"))));
        }
    }

    /** The schema itself, whether it is referred to or one of two with null. */
    private JsonNode resolve(JsonNode schema) {
        if (schema.has("anyOf")) {
            return resolve(schema.path("anyOf").path(0));
        }
        return schema.has("$ref") ? this.document.at(schema.path("$ref").asString().substring(1)) : schema;
    }

    private Stream<Body> bodies() {
        return operations().flatMap((operation) -> {
            List<Body> bodies = new ArrayList<>();
            operation.node().at("/requestBody/content").properties().stream()
                    .filter((content) -> content.getKey().endsWith("json")).forEach((content) -> bodies.add(
                            new Body(operation.name() + " request", content.getValue())));
            operation.node().path("responses").properties().stream()
                    .filter((response) -> response.getKey().startsWith("2"))
                    .forEach((response) -> response.getValue().path("content").forEach((content) -> bodies.add(
                            new Body(operation.name() + " " + response.getKey(), content))));
            return bodies.stream();
        });
    }

    private Stream<Operation> operations() {
        return this.document.path("paths").properties().stream().flatMap((path) -> path.getValue().properties().stream()
                .map((method) -> new Operation(path.getKey(), method.getKey(), method.getValue())));
    }

    private Operation operation(String name) {
        return operations().filter((operation) -> operation.name().equals(name)).findFirst().orElseThrow();
    }

    private Stream<Map.Entry<RequestMappingInfo, HandlerMethod>> ourHandlers() {
        return this.handlers.entrySet().stream().filter((entry) -> {
            Class<?> type = entry.getValue().getBeanType();
            return type.getName().startsWith("com.taskflow.")
                    && AnnotatedElementUtils.hasAnnotation(type, RestController.class)
                    && !AnnotatedElementUtils.hasAnnotation(type, Hidden.class);
        });
    }

    private static Stream<String> names(RequestMappingInfo mapping) {
        return mapping.getMethodsCondition().getMethods().stream()
                .flatMap((method) -> mapping.getPatternValues().stream().map((path) -> method + " " + path));
    }

}
