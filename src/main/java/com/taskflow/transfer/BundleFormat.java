package com.taskflow.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import com.taskflow.platform.error.InvalidException;

/** The document that {@code GET /users/me/export} writes, see docs/api/export.md. */
@Component
class BundleFormat implements ImportFormat {

    private static final int VERSION = 1;

    private static final int DEEPEST = 32;

    /** Its length is limited while it is received. */
    private static final StreamReadConstraints CONSTRAINTS = StreamReadConstraints.builder().maxNestingDepth(DEEPEST)
            .maxDocumentLength(-1).build();

    /** About the account and the document itself: nobody expects them to be taken over. */
    private static final Set<String> NOT_CONTENT = Set.of("exportedAt", "user", "sessions", "securityEvents",
            "secondFactors", "reminders");

    private final Set<String> sections;

    private final JsonMapper json = JsonMapper
            .builder(JsonFactory.builder().streamReadConstraints(CONSTRAINTS)
                    .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
            // An item is followed by the next one.
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    BundleFormat(List<ImportSection<?>> sections) {
        this.sections = sections.stream().map(ImportSection::name).collect(Collectors.toSet());
    }

    @Override
    public String name() {
        return "taskflow";
    }

    @Override
    public String mediaType() {
        return MediaType.APPLICATION_JSON_VALUE;
    }

    @Override
    public void read(InputStream document, ImportSink sink) throws IOException {
        try (JsonParser parser = this.json.createParser(document)) {
            readDocument(parser, sink);
        } catch (JacksonIOException ex) {
            throw ex.getCause();
        } catch (JacksonException ex) {
            throw malformed();
        }
    }

    private void readDocument(JsonParser parser, ImportSink sink) {
        boolean versioned = false;
        require(parser.nextToken() == JsonToken.START_OBJECT);
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String member = parser.currentName();
            parser.nextToken();
            if ("version".equals(member)) {
                requireVersion(parser);
                versioned = true;
            } else if (this.sections.contains(member)) {
                readSection(member, parser, sink);
            } else if (skip(parser) && !NOT_CONTENT.contains(member)) {
                sink.lose(member, null, null, "unknown", "is not known to this version");
            }
        }
        require(parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null);
        if (!versioned) {
            throw InvalidException.field("version", "required", "is missing: this is no export");
        }
    }

    /** Whether there was anything: an empty list that is left out is no loss. */
    private static boolean skip(JsonParser parser) {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return true;
        }
        boolean any = false;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            parser.skipChildren();
            any = true;
        }
        return any;
    }

    private static void requireVersion(JsonParser parser) {
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT || parser.getLongValue() != VERSION) {
            throw InvalidException.field("version", "invalid", "must be " + VERSION);
        }
    }

    private void readSection(String name, JsonParser parser, ImportSink sink) {
        require(parser.currentToken() == JsonToken.START_ARRAY);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            sink.item(name, this.json.readTree(parser));
        }
    }

    private static void require(boolean wellFormed) {
        if (!wellFormed) {
            throw malformed();
        }
    }

    private static InvalidException malformed() {
        return InvalidException.of("malformed-request", "The body is not the JSON document that an export is.");
    }

}
