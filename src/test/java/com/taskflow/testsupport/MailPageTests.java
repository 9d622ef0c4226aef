package com.taskflow.testsupport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MailPageTests {

    private final HttpClient client = HttpClient.newHttpClient();
    private final MailCatcher catcher = MailCatcher.start(0);
    private final MailPage page = new MailPage(catcher, 0);

    @BeforeEach
    void sendTwoMails() throws MessagingException {
        send("Ann+todo@example.com", "<b>first</b>");
        send("bob@example.com", "second");
    }

    @AfterEach
    void stop() {
        page.destroy();
        catcher.stop();
    }

    @Test
    void listsTheNewestFirst() throws Exception {
        assertThat(get("/messages")).matches("(?s).*second.*first.*");
    }

    @Test
    void filtersByRecipientInAnyCase() throws Exception {
        assertThat(get("/messages?to=ann+TODO@example.com")).contains("\"to\":\"Ann+todo@example.com\"")
                .doesNotContain("second");
        assertThat(get("/messages?to=ann%2Btodo%40example.com")).contains("first");
        assertThat(get("/messages?to=carol@example.com")).isEqualTo("[]");
    }

    @Test
    void showsMarkupInMailAsTextOrInsideTheSandbox() throws Exception {
        String html = get("/");

        assertThat(html).contains("&lt;b&gt;first&lt;/b&gt;").doesNotContain("<b>first")
                .contains("<iframe sandbox=\"allow-popups allow-popups-to-escape-sandbox\" srcdoc=\"&lt;base");
    }

    @Test
    void refusesOtherHostNames() throws IOException {
        int port = URI.create(page.address().orElseThrow()).getPort();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write("GET /messages HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 403").doesNotContain("first");
        }
    }

    private String get(String path) throws IOException, InterruptedException {
        URI uri = URI.create(page.address().orElseThrow() + path);
        return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString()).body();
    }

    private void send(String to, String subject) throws MessagingException {
        Properties settings = new Properties();
        settings.setProperty("mail.smtp.host", "127.0.0.1");
        settings.setProperty("mail.smtp.port", Integer.toString(catcher.port()));
        MimeMessage message = new MimeMessage(Session.getInstance(settings));
        message.setFrom("taskflow@example.com");
        message.setRecipients(RecipientType.TO, to);
        message.setSubject(subject);
        message.setContent("<script>alert(1)</script>", "text/html; charset=UTF-8");
        Transport.send(message);
    }

}
