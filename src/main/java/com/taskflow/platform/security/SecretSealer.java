package com.taskflow.platform.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.crypto.keygen.BytesKeyGenerator;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Component;

import com.taskflow.platform.crypto.Base64Url;

/**
 * Encrypts secrets that must be stored and read again: {@code v1.<kid>.<base64url of nonce, ciphertext and tag>},
 * AES-256-GCM (NIST SP 800-38D) with a key derived from the pepper {@code kid} for the purpose. What a secret belongs to
 * is authenticated with it: a row copied to another owner does not open.
 */
@Component
public class SecretSealer {

    private static final Logger log = LoggerFactory.getLogger(SecretSealer.class);

    private static final String CIPHER = "AES/GCM/NoPadding";

    private static final int NONCE_BYTES = 12;

    private static final int TAG_BITS = 128;

    private static final BytesKeyGenerator NONCES = KeyGenerators.secureRandom(NONCE_BYTES);

    private final KeySource keys;

    SecretSealer(KeySource keys) {
        this.keys = keys;
    }

    /** @param owner what the secret belongs to; needed again to open it */
    public String seal(String purpose, String owner, byte[] secret) {
        byte[] nonce = NONCES.generateKey();
        Key pepper = this.keys.current().peppers().active();
        try {
            byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, key(pepper, purpose), nonce, owner).doFinal(secret);
            byte[] content = Arrays.copyOf(nonce, NONCE_BYTES + encrypted.length);
            System.arraycopy(encrypted, 0, content, NONCE_BYTES, encrypted.length);
            return activePrefix() + Base64Url.encode(content);
        } catch (GeneralSecurityException ex) {
            throw new IllegalStateException("Every Java platform has " + CIPHER, ex);
        }
    }

    /** Empty when its pepper is gone, or when it was not sealed for this purpose and owner; that is logged. */
    public Optional<byte[]> open(String purpose, String owner, String sealed) {
        String[] parts = sealed.split("\\.", -1);
        Optional<Key> pepper = (parts.length == 3) ? this.keys.current().peppers().find(parts[1]) : Optional.empty();
        try {
            if (pepper.isPresent()) {
                byte[] content = Base64Url.decode(parts[2]);
                byte[] nonce = Arrays.copyOf(content, NONCE_BYTES);
                return Optional.of(cipher(Cipher.DECRYPT_MODE, key(pepper.get(), purpose), nonce, owner)
                        .doFinal(content, NONCE_BYTES, content.length - NONCE_BYTES));
            }
        } catch (GeneralSecurityException | IllegalArgumentException ex) {
            log.debug("Decryption failed", ex);
        }
        log.error("A stored secret ({}) cannot be opened: is its pepper missing?", purpose);
        return Optional.empty();
    }

    /** What everything sealed with the active pepper begins with. */
    public String activePrefix() {
        return "v1." + this.keys.current().peppers().active().id() + ".";
    }

    private static SecretKey key(Key pepper, String purpose) {
        return new SecretKeySpec(Hmac.sha256(pepper, "seal:" + purpose, new byte[0]), "AES");
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String owner) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

}
