package com.taskflow.platform.security;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;
import org.springframework.security.crypto.keygen.StringKeyGenerator;
import org.springframework.stereotype.Component;

/**
 * Reads the key folder and settings. At a start an empty folder is filled with random keys first, under a file lock, so
 * that replicas that share the folder and start together end up with the same ones. Later it is not: with new keys
 * everybody would be signed out.
 */
@Component
@EnableConfigurationProperties(KeysProperties.class)
class KeyFiles {

    private static final Logger log = LoggerFactory.getLogger(KeyFiles.class);

    private static final Pattern KEY_FILE = Pattern.compile("(signing|pepper)-([A-Za-z0-9-]{1,32})\\.key");

    private static final String FIRST_ID = "1";

    private final KeysProperties properties;

    private final StringKeyGenerator generator = new Base64StringKeyGenerator(32);

    KeyFiles(KeysProperties properties) {
        this.properties = properties;
    }

    Keys readAtStart() {
        if (this.properties.signing().isEmpty() && this.properties.pepper().isEmpty()) {
            fillIfEmpty(this.properties.dir());
        }
        return read();
    }

    Keys read() {
        Map<String, Key> signing = parse(this.properties.signing());
        Map<String, Key> peppers = parse(this.properties.pepper());
        String active = this.properties.active();
        if (Files.isDirectory(this.properties.dir())) {
            readFolder(signing, peppers);
            active = (active != null) ? active : readActive();
        }
        if (active == null && signing.size() == 1) {
            active = signing.keySet().iterator().next();
        }
        if (active == null) {
            throw new InvalidKeysException("no key is marked as active",
                    "Write the id of the keys to use into the file 'active' in " + describeDir());
        }
        return rings(active, signing, peppers);
    }

    private Keys rings(String active, Map<String, Key> signing, Map<String, Key> peppers) {
        try {
            return new Keys(KeyRing.of(active, signing), KeyRing.of(active, peppers));
        } catch (IllegalArgumentException ex) {
            throw new InvalidKeysException(String.valueOf(ex.getMessage()),
                    "Every id needs a signing-<id>.key and a pepper-<id>.key in " + describeDir());
        }
    }

    private static Map<String, Key> parse(Map<String, String> texts) {
        Map<String, Key> keys = new TreeMap<>();
        texts.forEach((id, text) -> keys.put(id, key(id, text)));
        return keys;
    }

    private static Key key(String id, String text) {
        try {
            return Key.parse(id, text);
        } catch (IllegalArgumentException ex) {
            throw new InvalidKeysException(String.valueOf(ex.getMessage()), "Replace that key.");
        }
    }

    private void readFolder(Map<String, Key> signing, Map<String, Key> peppers) {
        try (Stream<Path> files = Files.list(this.properties.dir())) {
            for (Path file : files.toList()) {
                Matcher name = KEY_FILE.matcher(file.getFileName().toString());
                if (name.matches()) {
                    Key key = key(name.group(2), Files.readString(file));
                    ("signing".equals(name.group(1)) ? signing : peppers).put(key.id(), key);
                }
            }
        } catch (IOException ex) {
            throw unreadable(ex);
        }
    }

    private @Nullable String readActive() {
        Path file = this.properties.dir().resolve("active");
        try {
            return Files.exists(file) ? Files.readString(file).strip() : null;
        } catch (IOException ex) {
            throw unreadable(ex);
        }
    }

    private void fillIfEmpty(Path dir) {
        if (Files.exists(dir.resolve("active")) || hasKeys(dir)) {
            return;
        }
        try {
            Files.createDirectories(dir);
            try (FileChannel channel = FileChannel.open(dir.resolve(".lock"), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE); FileLock lock = channel.lock()) {
                if (lock.isValid() && !hasKeys(dir)) {
                    write(dir, "signing-" + FIRST_ID + ".key", this.generator.generateKey());
                    write(dir, "pepper-" + FIRST_ID + ".key", this.generator.generateKey());
                    write(dir, "active", FIRST_ID);
                    log.warn("Made new random keys in {}: share this folder with every replica and keep it safe",
                            describeDir());
                }
            }
        } catch (IOException ex) {
            throw unreadable(ex);
        }
    }

    private boolean hasKeys(Path dir) {
        if (!Files.isDirectory(dir)) {
            return false;
        }
        try (Stream<Path> files = Files.list(dir)) {
            return files.anyMatch((file) -> KEY_FILE.matcher(file.getFileName().toString()).matches());
        } catch (IOException ex) {
            throw unreadable(ex);
        }
    }

    private static void write(Path dir, String name, String content) throws IOException {
        Path temporary = Files.createTempFile(dir, ".new", null);
        Files.writeString(temporary, content + "\n");
        if (Files.getFileStore(temporary).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(temporary, EnumSet.of(PosixFilePermission.OWNER_READ));
        }
        Files.move(temporary, dir.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private InvalidKeysException unreadable(IOException cause) {
        return new InvalidKeysException("the key folder cannot be read or filled (" + cause + ")",
                "Set TASKFLOW_KEYS_DIR to a folder with signing-<id>.key, pepper-<id>.key and active; it is now "
                        + describeDir());
    }

    private String describeDir() {
        return this.properties.dir().toAbsolutePath().toString();
    }

}
