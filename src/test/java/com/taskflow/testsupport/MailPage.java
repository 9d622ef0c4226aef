package com.taskflow.testsupport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/**
 * Shows the captured mails in development, on loopback: {@code GET /} for people, {@code GET /messages?to=ADDRESS} as
 * JSON, newest first both. Mails carry one-time links, so requests under another host name than the machine's own
 * (DNS rebinding) are refused, and a mail's HTML runs no script and loads nothing.
 */
final class MailPage implements DisposableBean {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String HEAD = """
            <!doctype html><html lang="en"><meta charset="utf-8"><title>TaskFlow: captured mails</title><style>
            body{font:16px/1.5 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem}
            article{border:1px solid #bbb;border-radius:6px;padding:0 1rem 1rem;margin:1rem 0}
            h2{font-size:1.1rem;margin-bottom:0}pre{white-space:pre-wrap;overflow-wrap:anywhere}
            iframe{width:100%;height:20rem;border:1px solid #ddd;background:#fff}
            </style><h1>Captured mails</h1>
            """;

    private final @Nullable MailCatcher catcher;
    private final @Nullable HttpServer server;

    /** @param catcher null when mails go to a real server: then there is no page */
    MailPage(@Nullable MailCatcher catcher, int port) {
        this.catcher = catcher;
        this.server = catcher == null ? null : listen(port);
    }

    /** Where the page is; empty when there is none. */
    Optional<String> address() {
        return Optional.ofNullable(server).map(running -> "http://localhost:" + running.getAddress().getPort());
    }

    @Override
    public void destroy() {
        if (server != null) {
            server.stop(0);
        }
    }

    private HttpServer listen(int port) {
        try {
            HttpServer listening = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            listening.createContext("/", this::answer);
            listening.start();
            return listening;
        } catch (IOException e) {
            throw new StartupProblem("Port " + port + ", for the page of captured mails, cannot be used.",
                    "Set another one by TASKFLOW_DEV_MAIL_PORT.", e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            URI uri = exchange.getRequestURI();
            if (!isLocal(exchange.getRequestHeaders().getFirst("Host"))) {
                send(exchange, 403, "text/plain", "Ask for localhost.");
            } else if (!exchange.getRequestMethod().equals("GET")) {
                send(exchange, 405, "text/plain", "Only GET.");
            } else if (uri.getPath().equals("/")) {
                send(exchange, 200, "text/html", page(mails(uri)));
            } else if (uri.getPath().equals("/messages")) {
                send(exchange, 200, "application/json", JSON.writeValueAsString(mails(uri)));
            } else {
                send(exchange, 404, "text/plain", "There is / and /messages?to=ADDRESS.");
            }
        }
    }

    private List<CapturedMail> mails(URI uri) {
        if (catcher == null) {
            return List.of();
        }
        String to = UriComponentsBuilder.fromUri(uri).build().getQueryParams().getFirst("to");
        return to == null
                ? catcher.messages()
                : catcher.messagesTo(URLDecoder.decode(to.replace("+", "%2B"), StandardCharsets.UTF_8));
    }

    private static boolean isLocal(@Nullable String host) {
        return host != null && host.replaceFirst(":\\d+$", "").matches("localhost|127\\.0\\.0\\.1|\\[::1]");
    }

    private static String page(List<CapturedMail> mails) {
        StringBuilder html = new StringBuilder(HEAD);
        if (mails.isEmpty()) {
            html.append("<p>None yet.</p>");
        }
        mails.forEach(mail -> html.append(article(mail)));
        return html.toString();
    }

    private static String article(CapturedMail mail) {
        String heading = "<article><h2>" + HtmlUtils.htmlEscape(mail.subject()) + "</h2><p>to "
                + HtmlUtils.htmlEscape(mail.to()) + ", " + mail.receivedAt() + "</p>";
        String text = mail.text() == null ? "" : "<pre>" + HtmlUtils.htmlEscape(mail.text()) + "</pre>";
        // The base element opens links in a new tab: the frame itself may go nowhere.
        String frame = mail.html() == null
                ? ""
                : "<iframe sandbox=\"allow-popups allow-popups-to-escape-sandbox\" srcdoc=\""
                        + HtmlUtils.htmlEscape("<base target=\"_blank\">" + mail.html()) + "\"></iframe>";
        return heading + text + frame + "</article>\n";
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("Content-Security-Policy",
                "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

}
