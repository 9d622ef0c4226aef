package com.taskflow.platform.openapi;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.type.ResolvedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;
import org.openapitools.jackson.nullable.JsonNullable;

import com.taskflow.platform.web.Text;

/**
 * Reads off a record what springdoc does not: JSpecify's nullness and our own constraints. A component is required
 * unless it may be null or absent; {@link OpenApiDirections} makes the rest required where the service answers. It only
 * notes the records while springdoc resolves them, since springdoc's own support of patches comes after it.
 */
@SuppressWarnings({"rawtypes", "unchecked"})
class OpenApiSchemas implements ModelConverter {

    /** Marks what an answer leaves out instead of saying null. */
    static final String LEFT_OUT = "x-left-out";

    private final Map<String, Class<?>> records = new ConcurrentHashMap<>();

    @Override
    public @Nullable Schema resolve(io.swagger.v3.core.converter.AnnotatedType type, ModelConverterContext context,
            Iterator<ModelConverter> chain) {
        Schema resolved = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        Class<?> raw = rawClass(type.getType());
        if (resolved != null && resolved.get$ref() != null && raw != null && raw.isRecord()) {
            this.records.put(resolved.get$ref().replace(Components.COMPONENTS_SCHEMAS_REF, ""), raw);
        }
        return resolved;
    }

    void describe(Map<String, Schema> schemas) {
        this.records.forEach((name, record) -> {
            Schema schema = schemas.get(name);
            if (schema != null && schema.getProperties() != null) {
                describe(record, schema);
            }
        });
    }

    private static @Nullable Class<?> rawClass(Type type) {
        return switch (type) {
            case Class<?> plain -> plain;
            case ResolvedType resolved -> resolved.getRawClass();
            default -> null;
        };
    }

    private static void describe(Class<?> record, Schema model) {
        Map<String, Schema> properties = model.getProperties();
        List<String> required = new ArrayList<>();
        for (RecordComponent component : components(record).toList()) {
            Schema property = properties.get(component.getName());
            if (property == null) {
                continue;
            }
            AnnotatedType type = component.getAnnotatedType();
            constrain(type, property);
            if (mayBeNull(type)) {
                Schema nullable = nullable(property);
                if (component.getDeclaringRecord().isAnnotationPresent(JsonInclude.class)) {
                    nullable.addExtension(LEFT_OUT, true);
                }
                properties.put(component.getName(), nullable);
            } else if (component.getType() != JsonNullable.class) {
                required.add(component.getName());
            }
        }
        model.setRequired(required.isEmpty() ? null : required.stream().sorted().toList());
    }

    /** With those of what stands in it without a member of its own. */
    private static Stream<RecordComponent> components(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .flatMap((component) -> component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)
                        ? components(component.getType())
                        : Stream.of(component));
    }

    private static boolean mayBeNull(AnnotatedType type) {
        return isJsonNullable(type)
                ? !argument(type).isAnnotationPresent(NotNull.class)
                : type.isAnnotationPresent(Nullable.class);
    }

    /** Lengths of texts and lists, inside of lists and patches too. */
    static void constrain(AnnotatedType type, Schema schema) {
        if (isJsonNullable(type)) {
            constrain(argument(type), schema);
            return;
        }
        Text text = type.getAnnotation(Text.class);
        if (text != null) {
            schema.minLength((text.min() > 0) ? text.min() : null).maxLength(text.max());
        }
        Size size = type.getAnnotation(Size.class);
        if (size != null && schema.getItems() != null) {
            schema.minItems((size.min() > 0) ? size.min() : null).maxItems(size.max());
        }
        if (type.isAnnotationPresent(Pattern.class)) {
            // Java's regular expressions are not JSON Schema's.
            schema.pattern(null);
        }
        if (schema.getItems() != null && type instanceof AnnotatedParameterizedType) {
            constrain(argument(type), schema.getItems());
        }
    }

    private static boolean isJsonNullable(AnnotatedType type) {
        return rawClass(type.getType()) == JsonNullable.class
                || type.getType().getTypeName().startsWith(JsonNullable.class.getName() + "<");
    }

    private static AnnotatedType argument(AnnotatedType type) {
        return ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[0];
    }

    private static Schema nullable(Schema schema) {
        if (schema.getAnyOf() != null) {
            return schema;
        }
        if (schema.get$ref() != null) {
            return new Schema().anyOf(List.of(new Schema().$ref(schema.get$ref()), nullType()));
        }
        schema.addType("null");
        return schema;
    }

    private static Schema nullType() {
        Schema schema = new Schema();
        schema.addType("null");
        return schema;
    }

}
