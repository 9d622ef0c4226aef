package com.taskflow.testsupport;

import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;

import org.jspecify.annotations.Nullable;

/**
 * One mail as one recipient got it; also the JSON form of the development mail page.
 *
 * @param to the address the mail was delivered to (the envelope's, which need not be the header's)
 * @param text the plain text part, null when there is none
 * @param html the HTML part, null when there is none
 */
public record CapturedMail(String to, String subject, @Nullable String text, @Nullable String html,
        Instant receivedAt) {

    static CapturedMail of(String to, MimeMessage message, Instant receivedAt) throws MessagingException, IOException {
        String subject = message.getSubject();
        return new CapturedMail(to, subject == null ? "" : subject, firstPart(message, "text/plain"),
                firstPart(message, "text/html"), receivedAt);
    }

    boolean isTo(String address) {
        return to.toLowerCase(Locale.ROOT).equals(address.toLowerCase(Locale.ROOT));
    }

    private static @Nullable String firstPart(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return part.getContent().toString();
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart child = parts.getBodyPart(i);
                String found = firstPart(child, type);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

}
