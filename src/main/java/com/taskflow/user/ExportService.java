package com.taskflow.user;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;

import org.springframework.stereotype.Service;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

import com.taskflow.platform.security.CurrentUser;

/** Writes everything that is stored of a user as one JSON document, see docs/api/export.md. */
@Service
class ExportService {

    private static final int VERSION = 1;

    private final List<ExportSection<?, ?>> sections;

    private final UserService users;

    private final Clock clock;

    private final ObjectWriter json;

    ExportService(List<ExportSection<?, ?>> sections, UserService users, Clock clock, JsonMapper json) {
        this.sections = sections.stream().sorted(Comparator.comparing(ExportSection::name)).toList();
        this.users = users;
        this.clock = clock;
        // A document that failed midway is not to be closed as if it were whole, nor sent off while it can be replaced
        // by a problem.
        this.json = json.writer().withoutFeatures(StreamWriteFeature.AUTO_CLOSE_CONTENT,
                StreamWriteFeature.AUTO_CLOSE_TARGET,
                StreamWriteFeature.FLUSH_PASSED_TO_STREAM);
    }

    /**
     * Writes the document while it reads, in no transaction, not even {@code SUPPORTS} or {@code NEVER}: each would keep a
     * connection for as long as the client takes.
     * @throws IOException when the client has gone
     */
    void write(CurrentUser actor, OutputStream out) throws IOException {
        UserResponse user = this.users.find(actor.id());
        try (JsonGenerator document = this.json.createGenerator(out)) {
            document.writeStartObject();
            document.writeNumberProperty("version", VERSION);
            document.writePOJOProperty("exportedAt", this.clock.instant());
            document.writePOJOProperty("user", user);
            for (ExportSection<?, ?> section : this.sections) {
                document.writeArrayPropertyStart(section.name());
                section.forEach(actor.id(), document::writePOJO);
                document.writeEndArray();
            }
            document.writeEndObject();
        } catch (JacksonIOException ex) {
            throw ex.getCause();
        }
    }

}
