package com.taskflow;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import com.taskflow.testsupport.GeneratedDocument;

import static org.assertj.core.api.Assertions.assertThat;

/** Every setting is described, and no default changes unnoticed. */
class ConfigurationDocumentTests {

    private static final String METADATA = "META-INF/spring-configuration-metadata.json";

    @Test
    void settingsAreDescribed() throws IOException {
        Map<String, String> rows = new TreeMap<>();
        for (JsonNode property : metadata()) {
            String name = property.path("name").asString();
            String description = property.path("description").asString("").replaceAll("\\s+", " ")
                    .replaceAll("\\{@code ([^}]*)}", "`$1`").strip();
            assertThat(description).as(name + " has no @param in its record").isNotEmpty();
            rows.put(name, "| `%s` | `%s` | %s | %s |%n".formatted(name, variable(property),
                    defaultOf(property.path("defaultValue")), description).replace("\r\n", "\n"));
        }

        GeneratedDocument.at("docs/configuration.md").assertContains("| setting | variable | default | meaning |\n"
                + "|---|---|---|---|\n" + String.join("", rows.values()));
    }

    @Test
    void defaultsAreTheseAndNoOthers() {
        Map<String, Object> defaults = new TreeMap<>();
        settings().forEach((prefix, type) -> flatten(prefix,
                new Binder(new MapConfigurationPropertySource()).bindOrCreate(prefix, Bindable.of(type)), defaults));

        assertThat(defaults.entrySet().stream().map((entry) -> entry.getKey() + " = " + entry.getValue())
                .collect(Collectors.joining("\n", "", "\n")))
                .isEqualTo("""
                        taskflow.auth.access-lifetime = PT15M
                        taskflow.auth.audience = taskflow
                        taskflow.auth.clock-skew = PT30S
                        taskflow.auth.cookie.secure = true
                        taskflow.auth.issuer = taskflow
                        taskflow.auth.lockout.device-lifetime = PT8760H
                        taskflow.auth.lockout.failures = 10
                        taskflow.auth.lockout.first-wait = PT1M
                        taskflow.auth.lockout.hard-stop = 100
                        taskflow.auth.lockout.longest-wait = PT15M
                        taskflow.auth.lockout.window = PT15M
                        taskflow.auth.refresh-absolute = PT720H
                        taskflow.auth.refresh-idle = PT168H
                        taskflow.auth.replay-limit = 20
                        taskflow.auth.retention.ended-sessions = PT720H
                        taskflow.auth.retention.security-events = PT8760H
                        taskflow.auth.retention.unknown-addresses = PT24H
                        taskflow.auth.reuse-grace = PT10S
                        taskflow.flags.rollout = []
                        taskflow.flags.unleash.refresh = PT15S
                        taskflow.flags.unleash.token = null
                        taskflow.flags.unleash.url = null
                        taskflow.jobs.database.password = null
                        taskflow.jobs.database.pool-size = 5
                        taskflow.jobs.database.username = null
                        taskflow.jobs.enabled = true
                        taskflow.jobs.retry.attempts = 15
                        taskflow.jobs.retry.first-delay = PT5S
                        taskflow.jobs.retry.longest-delay = PT1H
                        taskflow.keys.active = null
                        taskflow.keys.dir = keys
                        taskflow.keys.pepper = {}
                        taskflow.keys.reload = PT10S
                        taskflow.keys.signing = {}
                        taskflow.limits.anonymous = 60/1m
                        taskflow.limits.api = 600/1m
                        taskflow.limits.export = 10/1h
                        taskflow.limits.forgot = 5/1h
                        taskflow.limits.login = 10/15m
                        taskflow.limits.refresh = 60/1m
                        taskflow.limits.register = 20/1h
                        taskflow.mail.at-once = 1
                        taskflow.mail.from = TaskFlow <no-reply@localhost>
                        taskflow.mail.link-base = http://localhost:8080
                        taskflow.observability.query-timer = true
                        taskflow.operations.token-file = null
                        taskflow.pages.folder = classpath:/static/
                        taskflow.reminders.grace = PT1H
                        taskflow.replica.longest-lag = PT5S
                        taskflow.replica.password = null
                        taskflow.replica.pool-size = 20
                        taskflow.replica.url = null
                        taskflow.replica.username = null
                        taskflow.replicas = 1
                        taskflow.schema.migrate-at-start = false
                        taskflow.security-txt.contact = []
                        taskflow.security-txt.expires = null
                        taskflow.web.allowed-origins = []
                        taskflow.web.concurrent = 256
                        taskflow.web.drain = PT5S
                        taskflow.web.trusted-proxies = [127.0.0.0/8, ::1]
                        """);
    }

    /** The prefixes of all settings and the records that they are bound to. */
    private static Map<String, Class<?>> settings() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        return scanner.findCandidateComponents("com.taskflow").stream()
                .map((found) -> ClassUtils.resolveClassName(Objects.requireNonNull(found.getBeanClassName()), null))
                .collect(Collectors.toMap((type) -> type.getAnnotation(ConfigurationProperties.class).value(),
                        (type) -> type));
    }

    private static void flatten(String prefix, Object record, Map<String, Object> defaults) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            String name = prefix + "." + component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
            Object value = valueOf(component, record);
            if (value instanceof Record nested) {
                flatten(name, nested, defaults);
            } else {
                defaults.put(name, String.valueOf(value));
            }
        }
    }

    private static @Nullable Object valueOf(RecordComponent component, Object record) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException ex) {
            throw new IllegalStateException(ex);
        }
    }

    /** The metadata that the compiler made of our own records, without that of libraries. */
    private static List<JsonNode> metadata() throws IOException {
        List<JsonNode> settings = new ArrayList<>();
        for (URL url : Collections.list(ConfigurationDocumentTests.class.getClassLoader().getResources(METADATA))) {
            try (InputStream file = url.openStream()) {
                JsonMapper.shared().readTree(file).path("properties").valueStream()
                        .filter((property) -> property.path("name").asString("").startsWith("taskflow."))
                        .forEach(settings::add);
            }
        }
        return settings;
    }

    private static String variable(JsonNode property) {
        String name = property.path("name").asString().toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
        return property.path("type").asString("").startsWith("java.util.Map") ? name + "_<ID>" : name;
    }

    private static String defaultOf(JsonNode value) {
        if (value.isArray()) {
            return value.isEmpty()
                    ? "none"
                    : value.valueStream().map((element) -> "`" + element.asString() + "`")
                            .collect(Collectors.joining(", "));
        }
        return value.isMissingNode() ? "none" : "`" + value.asString() + "`";
    }

}
