package com.taskflow.platform.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;

import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;
import tools.jackson.databind.type.LogicalType;

/** The contract's JSON: nothing is coerced, nothing unknown or doubled is ignored, times have one spelling. */
@Configuration(proxyBeanMethods = false)
class JsonConfiguration {

    private static final DateTimeFormatter INSTANT = new DateTimeFormatterBuilder().appendInstant(3)
            .toFormatter(Locale.ROOT);

    @Bean
    JsonMapperBuilderCustomizer strictJson() {
        return JsonConfiguration::customize;
    }

    /** JSON is UTF-8 (RFC 8259 §8.1): UTF-16 and UTF-32 are not looked for. */
    @Bean
    JsonFactoryBuilderCustomizer utf8Json() {
        return (builder) -> builder.disable(TokenStreamFactory.Feature.CHARSET_DETECTION);
    }

    static void customize(JsonMapper.Builder builder) {
        builder.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .withCoercionConfig(LogicalType.Textual, (text) -> {
                    text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                    text.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
                    text.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
                })
                .addModule(new SimpleModule("taskflow").setDeserializerModifier(new ExactStrings())
                        .addDeserializer(String.class, new TextDeserializer())
                        .addDeserializer(UUID.class, new ParsedDeserializer<>(UUID.class, ExactValues::uuid))
                        .addDeserializer(LocalDate.class,
                                new ParsedDeserializer<>(LocalDate.class, ExactValues::date))
                        .addDeserializer(LocalTime.class,
                                new ParsedDeserializer<>(LocalTime.class, ExactValues::time))
                        .addDeserializer(Instant.class,
                                new ParsedDeserializer<>(Instant.class, ExactValues::instant))
                        .addSerializer(LocalTime.class,
                                new FormattedSerializer<>(LocalTime.class, ExactValues.TIME::format))
                        .addSerializer(Instant.class,
                                new FormattedSerializer<>(Instant.class, JsonConfiguration::text)));
    }

    /** Of the years 1 to 9999, which RFC 3339 has: what a day at their ends comes to where its owner is, is the nearest. */
    private static String text(Instant instant) {
        if (instant.isBefore(StorableTime.FIRST)) {
            return INSTANT.format(StorableTime.FIRST);
        }
        return INSTANT.format(instant.isBefore(StorableTime.END) ? instant : StorableTime.END.minusMillis(1));
    }

    /** Refuses what PostgreSQL or UTF-8 cannot hold, U+0000 and lone surrogates, and anything but a JSON string. */
    private static final class TextDeserializer extends StdScalarDeserializer<String> {

        private TextDeserializer() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (String) context.handleUnexpectedToken(String.class, parser);
            }
            String text = parser.getString();
            if (!RequestText.isStorable(text)) {
                return (String) context.handleWeirdStringValue(String.class, "",
                        "must not contain U+0000 or half of a surrogate pair");
            }
            return text;
        }

    }

    /** Reads a value that has exactly one spelling, a JSON string of that spelling and nothing else. */
    private static final class ParsedDeserializer<T> extends StdScalarDeserializer<T> {

        private final Class<T> type;

        private final Function<String, T> parser;

        private ParsedDeserializer(Class<T> type, Function<String, T> parser) {
            super(type);
            this.type = type;
            this.parser = parser;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return this.type.cast(context.handleUnexpectedToken(this.type, parser));
            }
            try {
                return this.parser.apply(parser.getString());
            } catch (IllegalArgumentException | DateTimeException ex) {
                return this.type.cast(context.handleWeirdStringValue(this.type, "", "has another spelling"));
            }
        }

    }

    private static final class FormattedSerializer<T> extends StdSerializer<T> {

        private final Function<T, String> format;

        private FormattedSerializer(Class<T> type, Function<T, String> format) {
            super(type);
            this.format = format;
        }

        @Override
        public void serialize(T value, JsonGenerator generator, SerializationContext context) {
            generator.writeString(this.format.apply(value));
        }

    }

}
