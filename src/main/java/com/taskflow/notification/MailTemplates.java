package com.taskflow.notification;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import org.springframework.stereotype.Component;

/**
 * The words of the mails, each as text and as HTML, from the Mustache files beside this class. What is filled into HTML
 * is escaped; a template that names a value which is not there fails.
 */
@Component
class MailTemplates {

    private static final Mustache.Compiler TEXT = Mustache.compiler().escapeHTML(false);

    private static final Mustache.Compiler HTML = Mustache.compiler().escapeHTML(true);

    private final Map<MailKind, Template> texts = new EnumMap<>(MailKind.class);

    private final Map<MailKind, Template> bodies = new EnumMap<>(MailKind.class);

    private final Template page = HTML.compile(read("page.html"));

    MailTemplates() {
        for (MailKind kind : MailKind.values()) {
            this.texts.put(kind, TEXT.compile(read(kind.templateName() + ".txt")));
            this.bodies.put(kind, HTML.compile(read(kind.templateName() + ".html")));
        }
    }

    MailText render(MailKind kind, Map<String, String> values) {
        String body = Objects.requireNonNull(this.bodies.get(kind)).execute(values);
        Map<String, String> frame = new HashMap<>(values);
        frame.put("subject", kind.subject());
        frame.put("body", body);
        return new MailText(kind.subject(), Objects.requireNonNull(this.texts.get(kind)).execute(values),
                this.page.execute(frame));
    }

    private static String read(String name) {
        try (InputStream file = Objects.requireNonNull(MailTemplates.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

}
