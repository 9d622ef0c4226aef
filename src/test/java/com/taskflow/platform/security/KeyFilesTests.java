package com.taskflow.platform.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class KeyFilesTests {

    private static final String GOOD = "q1mYw0b1bq2Zb0kXyq1Vh2yX3n8oTz5sJ7cVdE4uRfA=";

    private static final String OTHER = "Zk3pR8vTj1Wq0uYx5sNc7bLd9eGf2hMi4oKa6tQrPyw=";

    @TempDir
    private Path dir = Path.of("replaced by JUnit");

    @Test
    void fillsEmptyFolderWithKeysOnlyTheOwnerCanRead() throws IOException {
        Keys keys = read();

        assertThat(keys.signing().active().secret().getEncoded()).hasSize(32)
                .isNotEqualTo(keys.peppers().active().secret().getEncoded());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(this.dir.resolve("signing-1.key"))))
                .isEqualTo("r--------");
        assertThat(read()).isEqualTo(keys);
    }

    @Test
    void makesNoNewKeysOnceItRuns() throws IOException {
        KeyFiles files = new KeyFiles(properties());
        files.readAtStart();
        for (String name : List.of("signing-1.key", "pepper-1.key", "active")) {
            Files.delete(this.dir.resolve(name));
        }

        assertThatExceptionOfType(InvalidKeysException.class).isThrownBy(files::read);
        assertThat(this.dir.resolve("signing-1.key")).doesNotExist();
    }

    @Test
    void givesReplicasThatStartTogetherTheSameKeys() {
        CompletableFuture<Keys> one = CompletableFuture.supplyAsync(this::read);
        CompletableFuture<Keys> other = CompletableFuture.supplyAsync(this::read);

        assertThat(one.join()).isEqualTo(other.join());
    }

    @Test
    void acceptsAllKeysAndMakesNewTokensWithTheActiveOne() throws IOException {
        write("a", GOOD, GOOD);
        write("b", OTHER, OTHER);
        Files.writeString(this.dir.resolve("active"), "b\n");

        Keys keys = read();

        assertThat(keys.signing().active().id()).isEqualTo("b");
        assertThat(keys.signing().ids()).containsExactly("a", "b");
        assertThat(keys.peppers().find("c")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "c2hvcnQ=", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "not base64 at all!",
        "eW91ci0yNTYtYml0LXNlY3JldC15b3VyLTI1Ni1iaXQtc2VjcmV0"})
    void refusesKeyThatCouldBeGuessed(String key) throws IOException {
        write("a", key, GOOD);

        assertThatExceptionOfType(InvalidKeysException.class).isThrownBy(this::read).withMessageContaining("'a'");
    }

    @Test
    void refusesActiveIdWithoutKeys() throws IOException {
        write("a", GOOD, GOOD);
        Files.writeString(this.dir.resolve("active"), "b");

        assertThatExceptionOfType(InvalidKeysException.class).isThrownBy(this::read).withMessageContaining("'b'");
    }

    @Test
    void refusesToGuessWhichOfSeveralIsActive() throws IOException {
        write("a", GOOD, GOOD);
        write("b", OTHER, OTHER);

        assertThatExceptionOfType(InvalidKeysException.class).isThrownBy(this::read).withMessageContaining("active");
    }

    @Test
    void takesKeysFromSettingsWithoutAFolder() {
        KeysProperties properties = new KeysProperties(this.dir.resolve("none"), null, Map.of("env", GOOD),
                Map.of("env", OTHER), Duration.ofSeconds(10));

        Keys keys = new KeyFiles(properties).read();

        assertThat(keys.signing().active().id()).isEqualTo("env");
        assertThat(keys.peppers().active().secret().getEncoded()).isEqualTo(Base64.getDecoder().decode(OTHER));
    }

    private Keys read() {
        return new KeyFiles(properties()).readAtStart();
    }

    private KeysProperties properties() {
        return new KeysProperties(this.dir, null, Map.of(), Map.of(), Duration.ofSeconds(10));
    }

    private void write(String id, String signing, String pepper) throws IOException {
        Files.writeString(this.dir.resolve("signing-" + id + ".key"), signing);
        Files.writeString(this.dir.resolve("pepper-" + id + ".key"), pepper);
    }

}
