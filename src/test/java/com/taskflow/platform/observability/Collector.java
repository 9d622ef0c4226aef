package com.taskflow.platform.observability;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Stands in for the collector of traces and for Sentry: takes whatever is sent and remembers it. */
final class Collector {

    private final HttpServer server;

    private final List<Received> received = new CopyOnWriteArrayList<>();

    Collector() {
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        this.server.createContext("/", this::take);
        this.server.start();
    }

    int port() {
        return this.server.getAddress().getPort();
    }

    /** All that came to an address, as text: names inside of binary messages are readable as well. */
    String receivedAt(String path) {
        return this.received.stream().filter((one) -> one.path().equals(path)).map(Received::body)
                .reduce("", String::concat);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange; InputStream body = body(exchange)) {
            this.received.add(new Received(exchange.getRequestURI().getPath(),
                    new String(body.readAllBytes(), StandardCharsets.ISO_8859_1)));
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private static InputStream body(HttpExchange exchange) throws IOException {
        boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        return zipped ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody();
    }

    private record Received(String path, String body) {

    }

}
