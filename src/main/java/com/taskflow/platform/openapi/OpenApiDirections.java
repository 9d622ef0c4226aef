package com.taskflow.platform.openapi;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/**
 * Tells what clients send from what they get: an answer has all of its fields, a request may leave out what may be null.
 * A record that goes both ways gets a second schema, {@code Due} and {@code DueRequest}. Examples of records move to the
 * bodies that they are examples of.
 */
@SuppressWarnings({"rawtypes", "unchecked"})
class OpenApiDirections implements GlobalOpenApiCustomizer {

    private final OpenApiSchemas records;

    OpenApiDirections(OpenApiSchemas records) {
        this.records = records;
    }

    @Override
    public void customise(OpenAPI api) {
        Map<String, Schema> schemas = api.getComponents().getSchemas();
        this.records.describe(schemas);
        List<MediaType> requests = operations(api).map(Operation::getRequestBody).filter(Objects::nonNull)
                .flatMap((body) -> bodies(body.getContent())).toList();
        List<MediaType> answers = operations(api).flatMap((operation) -> operation.getResponses().entrySet().stream())
                .filter((response) -> response.getKey().startsWith("2")).map(Map.Entry::getValue)
                .map(ApiResponse::getContent).filter(Objects::nonNull).flatMap(OpenApiDirections::bodies).toList();
        Stream.concat(requests.stream(), answers.stream()).forEach((body) -> takeExample(body, schemas));
        schemas.values().forEach((schema) -> {
            schema.setExample(null);
            schema.setExampleSetFlag(false);
        });

        Set<String> answered = reachable(answers, schemas);
        Set<String> both = reachable(requests, schemas);
        both.retainAll(answered);
        both.removeIf((name) -> !hasFields(schemas.get(name)));
        splitOff(both, requests, schemas);
        answered.stream().map(schemas::get).filter(OpenApiDirections::hasFields)
                .forEach(OpenApiDirections::requireAll);
        removeUnused(api, schemas, requests, answers);
    }

    private static Stream<Operation> operations(OpenAPI api) {
        return api.getPaths().values().stream().map(PathItem::readOperations).flatMap(Collection::stream);
    }

    private static Stream<MediaType> bodies(Content content) {
        return content.values().stream();
    }

    private static void takeExample(MediaType body, Map<String, Schema> schemas) {
        Schema schema = schemas.get(name(body.getSchema()));
        if (schema != null && schema.getExample() != null && body.getExample() == null) {
            body.setExample(schema.getExample());
        }
    }

    /** The names of all schemas that these bodies are made of. */
    private static Set<String> reachable(List<MediaType> bodies, Map<String, Schema> schemas) {
        Set<String> names = new LinkedHashSet<>();
        bodies.forEach((body) -> collect(body.getSchema(), schemas, names));
        return names;
    }

    private static void collect(Schema<?> schema, Map<String, Schema> schemas, Set<String> names) {
        String name = name(schema);
        if (!name.isEmpty()) {
            if (names.add(name) && schemas.containsKey(name)) {
                collect(schemas.get(name), schemas, names);
            }
            return;
        }
        parts(schema).forEach((part) -> collect(part, schemas, names));
    }

    /** Gives requests schemas of their own in place of those that answers have as well. */
    private static void splitOff(Set<String> both, List<MediaType> requests, Map<String, Schema> schemas) {
        Map<String, Schema> copies = new TreeMap<>();
        schemas.forEach((name, schema) -> {
            if (both.contains(name)) {
                copies.put(name + "Request", copy(schema));
            }
        });
        Set<String> requested = reachable(requests, schemas);
        requested.removeAll(both);
        Stream.concat(requested.stream().map(schemas::get), copies.values().stream())
                .forEach((schema) -> redirect(schema, both));
        requests.forEach((body) -> redirect(body.getSchema(), both));
        schemas.putAll(copies);
    }

    /** What is always there: everything but what is left out instead of null. */
    private static void requireAll(Schema<?> schema) {
        schema.setRequired(schema.getProperties().entrySet().stream()
                .filter((property) -> property.getValue().getExtensions() == null
                        || property.getValue().getExtensions().remove(OpenApiSchemas.LEFT_OUT) == null)
                .map(Map.Entry::getKey).sorted().toList());
    }

    private static boolean hasFields(@Nullable Schema<?> schema) {
        return schema != null && schema.getProperties() != null;
    }

    private static Schema copy(Schema<?> schema) {
        Schema copy = new Schema().description(schema.getDescription());
        copy.setTypes(schema.getTypes());
        schema.getProperties().forEach((name, property) -> copy.addProperty(name, copyReferences(property)));
        copy.setRequired(schema.getRequired());
        return copy;
    }

    /** What may be redirected in one of the two schemas is the other's own. */
    private static Schema copyReferences(Schema<?> schema) {
        if (schema.get$ref() != null) {
            return new Schema().$ref(schema.get$ref());
        }
        if (schema.getAnyOf() != null) {
            return new Schema().anyOf(schema.getAnyOf().stream().map(OpenApiDirections::copyReferences).toList());
        }
        return schema;
    }

    private static void redirect(Schema<?> schema, Set<String> names) {
        String name = name(schema);
        if (names.contains(name)) {
            schema.set$ref(name + "Request");
        } else if (name.isEmpty()) {
            parts(schema).forEach((part) -> redirect(part, names));
        }
    }

    private static void removeUnused(OpenAPI api, Map<String, Schema> schemas, List<MediaType> requests,
            List<MediaType> answers) {
        Set<String> used = reachable(requests, schemas);
        used.addAll(reachable(answers, schemas));
        operations(api).map(Operation::getParameters).filter(Objects::nonNull).flatMap(Collection::stream)
                .forEach((parameter) -> collect(parameter.getSchema(), schemas, used));
        used.addAll(List.of("Problem", "FieldError"));
        schemas.keySet().retainAll(used);
    }

    private static Stream<Schema> parts(Schema<?> schema) {
        Stream<Schema> properties = (schema.getProperties() != null)
                ? schema.getProperties().values().stream()
                : Stream.empty();
        Stream<Schema> alternatives = (schema.getAnyOf() != null) ? schema.getAnyOf().stream() : Stream.empty();
        Stream<Schema> items = Stream.ofNullable(schema.getItems());
        Stream<Schema> others = (schema.getAdditionalProperties() instanceof Schema<?> other)
                ? Stream.of(other)
                : Stream.empty();
        return Stream.of(properties, alternatives, items, others).flatMap((part) -> part);
    }

    private static String name(Schema<?> schema) {
        String ref = schema.get$ref();
        return (ref != null) ? ref.replace(Components.COMPONENTS_SCHEMAS_REF, "") : "";
    }

}
