package com.taskflow.task;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import org.springframework.stereotype.Component;

import com.taskflow.platform.error.InvalidException;
import com.taskflow.transfer.ImportFormat;
import com.taskflow.transfer.ImportSink;

/** CSV in Todoist's template form, which other programs write too. */
@Component
class TodoistFormat implements ImportFormat {

    /** Stands in a line of its own behind the document: within a quote that nothing ends it is no line. */
    private static final String END = "\u0004";

    private final Clock clock;

    TodoistFormat(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "todoist";
    }

    @Override
    public String mediaType() {
        return "text/csv";
    }

    @Override
    public void read(InputStream document, ImportSink sink) throws IOException {
        InputStream ended = new SequenceInputStream(document,
                new ByteArrayInputStream(("\n" + END).getBytes(StandardCharsets.UTF_8)));
        Reader text = new InputStreamReader(ended, StandardCharsets.UTF_8.newDecoder());
        TodoistReading reading = new TodoistReading(sink, this.clock.instant());
        try (CsvReader<CsvRecord> rows = CsvReader.builder().missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE).ofCsvRecord(withoutMark(text))) {
            read(rows, reading);
        } catch (UncheckedIOException | CsvParseException ex) {
            throw unwrap(ex);
        } catch (CharacterCodingException ex) {
            throw malformed();
        }
    }

    private static void read(CsvReader<CsvRecord> rows, TodoistReading reading) {
        boolean ended = false;
        for (CsvRecord row : rows) {
            ended = row.getFields().equals(List.of(END));
            if (!ended) {
                reading.row(row);
            }
        }
        if (!ended) {
            throw malformed();
        }
        reading.finish();
    }

    /** Spreadsheets begin a file with a byte order mark. */
    private static Reader withoutMark(Reader text) throws IOException {
        PushbackReader reader = new PushbackReader(text);
        int first = reader.read();
        if (first >= 0 && first != '\uFEFF') {
            reader.unread(first);
        }
        return reader;
    }

    /** What ended the reading: the stream, because of its length for one, or the text in it. */
    private static IOException unwrap(RuntimeException ex) {
        if (ex.getCause() instanceof IOException cause && !(cause instanceof CharacterCodingException)) {
            return cause;
        }
        throw malformed();
    }

    private static InvalidException malformed() {
        return InvalidException.of("malformed-request", "The body is not a CSV file in UTF-8.");
    }

}
