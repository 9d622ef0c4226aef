package com.taskflow.auth;

import java.io.OutputStream;
import java.io.Reader;
import java.util.Map;

import io.jsonwebtoken.io.AbstractDeserializer;
import io.jsonwebtoken.io.AbstractSerializer;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/** The JSON of tokens, for the JWT library and for the second, stricter reading of what it verified. */
final class TokenJson {

    private static final int DEEPEST_NESTING = 4;

    private static final int LONGEST_NUMBER = 20;

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {
    };

    private static final JsonMapper MAPPER = JsonMapper
            .builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST_NESTING)
                            .maxNumberLength(LONGEST_NUMBER).build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT).disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(LogicalType.Textual, (text) -> {
                text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                text.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
                text.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
            }).build();

    private TokenJson() {}

    /** @throws RuntimeException when there is a parameter too many, too few, doubled, or of another type */
    static TokenHeader header(byte[] json) {
        return MAPPER.readValue(json, TokenHeader.class);
    }

    /** @throws RuntimeException when there is a claim too many, too few, doubled, or of another type */
    static TokenClaims claims(byte[] json) {
        return MAPPER.readValue(json, TokenClaims.class);
    }

    /** Reads headers and claims for the JWT library. */
    static final class ObjectReader extends AbstractDeserializer<Map<String, ?>> {

        @Override
        protected Map<String, ?> doDeserialize(Reader reader) {
            return MAPPER.readValue(reader, OBJECT);
        }

    }

    /** Writes headers and claims for the JWT library. */
    static final class ObjectWriter extends AbstractSerializer<Map<String, ?>> {

        @Override
        protected void doSerialize(Map<String, ?> object, OutputStream out) {
            MAPPER.writeValue(out, object);
        }

    }

}
