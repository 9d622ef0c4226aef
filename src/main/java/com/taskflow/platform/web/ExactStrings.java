package com.taskflow.platform.web;

import org.jspecify.annotations.Nullable;
import org.openapitools.jackson.nullable.JsonNullable;
import org.openapitools.jackson.nullable.JsonNullableJackson3Deserializer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.DelegatingDeserializer;
import tools.jackson.databind.jsontype.TypeDeserializer;
import tools.jackson.databind.type.ReferenceType;

/**
 * Takes strings in JSON for what they are: the libraries would take white space off the name of an enum, and a blank
 * string in a PATCH for a field that is absent.
 */
final class ExactStrings extends ValueDeserializerModifier {

    private static final long serialVersionUID = 1L;

    @Override
    public ValueDeserializer<?> modifyEnumDeserializer(DeserializationConfig config, JavaType type,
            BeanDescription.Supplier description, ValueDeserializer<?> deserializer) {
        return new EnumDeserializer(deserializer);
    }

    @Override
    public ValueDeserializer<?> modifyReferenceDeserializer(DeserializationConfig config, ReferenceType type,
            BeanDescription.Supplier description, ValueDeserializer<?> deserializer) {
        return type.hasRawClass(JsonNullable.class) ? new NullableDeserializer(type, null, null) : deserializer;
    }

    private static final class EnumDeserializer extends DelegatingDeserializer {

        private EnumDeserializer(ValueDeserializer<?> delegate) {
            super(delegate);
        }

        @Override
        protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> delegate) {
            return new EnumDeserializer(delegate);
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.hasToken(JsonToken.VALUE_STRING) && !parser.getString().equals(parser.getString().strip())) {
                return context.handleWeirdStringValue(handledType(), "", "has another spelling");
            }
            return super.deserialize(parser, context);
        }

    }

    private static final class NullableDeserializer extends JsonNullableJackson3Deserializer {

        private NullableDeserializer(JavaType type, @Nullable TypeDeserializer valueType,
                @Nullable ValueDeserializer<?> value) {
            super(type, null, valueType, value);
        }

        @Override
        protected NullableDeserializer withResolved(@Nullable TypeDeserializer valueType, ValueDeserializer<?> value) {
            return new NullableDeserializer(this._fullType, valueType, value);
        }

        @Override
        public JsonNullable<Object> deserialize(JsonParser parser, DeserializationContext context) {
            return parser.hasToken(JsonToken.VALUE_STRING)
                    ? referenceValue(this._valueDeserializer.deserialize(parser, context))
                    : super.deserialize(parser, context);
        }

    }

}
