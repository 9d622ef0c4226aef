package com.taskflow.platform.security;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the service's secret keys come from.
 *
 * @param dir folder of key files ({@code signing-<id>.key}, {@code pepper-<id>.key}, {@code active}), the same on every
 * replica; an empty folder that can be written to is filled with random keys at the first start
 * @param active id of the keys that new tokens are made with; wins over the folder's {@code active} file
 * @param signing access-token signing keys by id, Base64 of at least 32 random bytes, beside those in the folder
 * @param pepper refresh-token peppers by id, Base64 of at least 32 random bytes, beside those in the folder
 * @param reload how often the folder is looked at for rotated keys; a new key must lie there this long before it is made
 * active
 */
@ConfigurationProperties("taskflow.keys")
record KeysProperties(@DefaultValue("keys") Path dir, @Nullable String active,
        @DefaultValue Map<String, String> signing, @DefaultValue Map<String, String> pepper,
        @DefaultValue("10s") Duration reload) {

    /** Its secrets are nobody's business. */
    @Override
    public String toString() {
        return "KeysProperties";
    }

}
