package com.taskflow.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A file under {@code docs/}, or the part of one between two marker lines, that is made from the code. A test that finds
 * it out of date fails; run with {@code -Dtaskflow.docs.write=true} it writes the file instead.
 */
public final class GeneratedDocument {

    private static final boolean WRITE = Boolean.getBoolean("taskflow.docs.write");

    private static final String BEGIN = "<!-- generated: begin -->\n";

    private static final String END = "<!-- generated: end -->";

    private final Path file;

    private GeneratedDocument(Path file) {
        this.file = file;
    }

    /** @param path relative to the project's root */
    public static GeneratedDocument at(String path) {
        return new GeneratedDocument(Path.of(path));
    }

    public void assertIs(String content) {
        if (WRITE) {
            write(content);
        }
        assertThat(read()).as(advice()).isEqualTo(content);
    }

    /** Holds the part between the markers to the content. */
    public void assertContains(String content) {
        String text = read();
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        int end = text.indexOf(END);
        if (WRITE) {
            write(text.substring(0, begin) + content + text.substring(end));
            return;
        }
        assertThat(text.substring(begin, end)).as(advice()).isEqualTo(content);
    }

    private String advice() {
        return this.file + " is out of date: bin/docs writes it anew";
    }

    private String read() {
        try {
            return Files.exists(this.file) ? Files.readString(this.file) : "";
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private void write(String content) {
        try {
            Files.createDirectories(this.file.toAbsolutePath().getParent());
            Files.writeString(this.file, content);
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

}
