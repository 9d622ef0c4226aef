package com.taskflow.platform.flags;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.openfeature.sdk.FeatureProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Flags as a server decides them that speaks Unleash's client API. */
class UnleashFlagsTests {

    private static final UUID CHOSEN = UUID.fromString("01920000-0000-7000-8000-000000000001");

    private static final UUID OTHER = UUID.fromString("01920000-0000-7000-8000-000000000002");

    private static final FeatureFlag FLAG = new FeatureFlag("chosen-users", false, "On for one user.");

    private HttpServer server;

    @BeforeEach
    void startServer() throws IOException {
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        this.server.createContext("/api/client/features", UnleashFlagsTests::answer);
        this.server.start();
    }

    @AfterEach
    void stopServer() {
        this.server.stop(0);
    }

    @Test
    void isOnForTheUsersThatTheServerNames() {
        Flags flags = flags();

        await().untilAsserted(() -> assertThat(flags.isOn(FLAG, CHOSEN)).isTrue());
        assertThat(flags.isOn(FLAG, OTHER)).isFalse();
        assertThat(flags.provider()).isEqualTo("Unleash");
        flags.destroy();
    }

    @Test
    void keepsTheDefaultOfAFlagThatTheServerDoesNotKnow() {
        Flags flags = flags();

        assertThat(flags.isOn(new FeatureFlag("unknown", true, ""), CHOSEN)).isTrue();
        assertThat(flags.isOn(new FeatureFlag("unknown", false, ""), CHOSEN)).isFalse();
        flags.destroy();
    }

    private Flags flags() {
        URI url = URI.create("http://127.0.0.1:" + this.server.getAddress().getPort() + "/api");
        FlagsProperties properties = new FlagsProperties(List.of(),
                new FlagsProperties.Unleash(url, "token", Duration.ofSeconds(1)));
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("unleash", new UnleashFlags().unleash(properties));
        return new Flags(beans.getBeanProvider(FeatureProvider.class), properties);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        byte[] body = """
                {"version": 2, "features": [{"name": "chosen-users", "type": "release", "enabled": true,
                 "strategies": [{"name": "userWithId", "parameters": {"userIds": "%s"}}]}]}"""
                .formatted(CHOSEN).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }

}
