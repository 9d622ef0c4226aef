package com.taskflow.platform.security;

import java.security.MessageDigest;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.FixedBlockPool;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.springframework.security.crypto.keygen.BytesKeyGenerator;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.security.crypto.password.AbstractValidatingPasswordEncoder;

/**
 * Argon2id as {@code Argon2PasswordEncoder} of Spring Security writes and reads it, with one difference: the memory of a
 * hash is kept for the next one. As garbage it was 19 MiB a hash that lived for as long as the hash, and the collector's
 * pauses for it were what everybody else noticed of a flood of sign-ins. Safe for several threads.
 */
class Argon2Encoder extends AbstractValidatingPasswordEncoder {

    private static final int HASH_BYTES = 32;

    private static final BytesKeyGenerator SALTS = KeyGenerators.secureRandom(16);

    private static final BytesKeyGenerator HASHES_OF_NOTHING = KeyGenerators.secureRandom(HASH_BYTES);

    /** Blocks of a KiB that the generator needs for itself. */
    private static final int SCRATCH = 8;

    private final Argon2Hash.Cost cost;

    private final BlockPool memory;

    /** @param threads how many hashes are computed at a time */
    Argon2Encoder(Argon2Hash.Cost cost, int threads) {
        this.cost = cost;
        this.memory = new FixedBlockPool((cost.memoryKib() + SCRATCH) * threads);
    }

    @Override
    protected String encodeNonNullPassword(String password) {
        byte[] salt = SALTS.generateKey();
        return Argon2Hash.of(this.cost, salt, hash(password, this.cost, salt, HASH_BYTES)).text();
    }

    @Override
    protected boolean matchesNonNull(String password, String encoded) {
        return Argon2Hash.parse(encoded).map((known) -> isRight(password, known)).orElse(false);
    }

    private boolean isRight(String password, Argon2Hash known) {
        byte[] hash = known.hashBytes();
        return MessageDigest.isEqual(hash, hash(password, known.cost(), known.saltBytes(), hash.length));
    }

    @Override
    protected boolean upgradeEncodingNonNull(String encoded) {
        return Argon2Hash.parse(encoded).map((known) -> !known.cost().equals(this.cost)).orElse(true);
    }

    /** A hash of no password at all, made up and not computed. */
    String hashOfNothing() {
        return Argon2Hash.of(this.cost, SALTS.generateKey(), HASHES_OF_NOTHING.generateKey()).text();
    }

    private byte[] hash(String password, Argon2Hash.Cost cost, byte[] salt, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id).withSalt(salt)
                .withMemoryAsKB(cost.memoryKib()).withIterations(cost.passes()).withParallelism(cost.lanes())
                .withBlockPool(this.memory).build());
        byte[] hash = new byte[length];
        generator.generateBytes(password.toCharArray(), hash);
        return hash;
    }

}
