package com.taskflow.auth;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;

import com.taskflow.platform.security.Key;

/** Every access token that has fooled some service, made for the given key at the given time. */
final class TokenAttacks {

    private static final int LONG_AGO = -10_000;

    private final Map<String, String> tokens = new LinkedHashMap<>();

    private final ForgedToken genuine;

    private final Key key;

    private final long now;

    private TokenAttacks(Key key, Instant now) {
        this.genuine = ForgedToken.genuine(key, now);
        this.key = key;
        this.now = now.getEpochSecond();
    }

    /** The tokens by the name of what is wrong with them. */
    static Map<String, String> all(Key key, Instant now) {
        TokenAttacks attacks = new TokenAttacks(key, now);
        attacks.algorithms();
        attacks.spellings();
        attacks.times();
        attacks.claims();
        attacks.headers();
        attacks.kidsAndKeys();
        attacks.encryption();
        return attacks.tokens;
    }

    private void algorithms() {
        for (String none : List.of("none", "None", "NONE", "nOnE", "")) {
            this.tokens.put("alg '" + none + "' unsigned", algorithm(none).unsigned());
            this.tokens.put("alg '" + none + "' signed", algorithm(none).text());
        }
        this.tokens.put("empty signature", this.genuine.unsigned());
        String text = this.genuine.text();
        int signature = text.lastIndexOf('.') + 1;
        this.tokens.put("changed payload", this.genuine.payload((p) -> p.replace("\"epoch\":0", "\"epoch\":1"))
                .unsigned() + text.substring(signature));
        this.tokens.put("signature of zeros", text.substring(0, signature) + ForgedToken.encode(new byte[32]));
        this.tokens.put("ES256 with r = s = 0",
                algorithm("ES256").unsigned() + ForgedToken.encode(new byte[64]));
        for (String alg : List.of("HS384", "HS512", "RS256", "ES256", "PS256", "EdDSA", "hs256", "HS256 ")) {
            this.tokens.put("alg " + alg + " with our key", algorithm(alg).text());
        }
        this.tokens.put("HS512 as HS256", this.genuine.signedWith(this.key.secret().getEncoded(), "HmacSHA512").text());
        this.tokens.put("truly HS512",
                algorithm("HS512").signedWith(this.key.secret().getEncoded(), "HmacSHA512").text());
        this.tokens.put("other secret", this.genuine.signedWith(new byte[32], "HmacSHA256").text());
        rsa();
    }

    private void rsa() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
            Signature rsa = Signature.getInstance("SHA256withRSA");
            rsa.initSign(pair.getPrivate());
            String unsigned = algorithm("RS256").unsigned();
            rsa.update(ForgedToken.bytes(unsigned.substring(0, unsigned.length() - 1)));
            this.tokens.put("truly RS256", unsigned + ForgedToken.encode(rsa.sign()));
            this.tokens.put("HS256 with a public key as secret",
                    this.genuine.signedWith(pair.getPublic().getEncoded(), "HmacSHA256").text());
        } catch (GeneralSecurityException ex) {
            throw new IllegalStateException(ex);
        }
    }

    private ForgedToken algorithm(String alg) {
        return this.genuine.header((h) -> h.replace("HS256\"", alg + "\""));
    }

    private void spellings() {
        String text = this.genuine.text();
        List<String> parts = new ArrayList<>(List.of(text.split("\\.")));
        otherLastCharacters(text)
                .forEach((other) -> this.tokens.put("last character " + other.charAt(text.length() - 1),
                        other));
        this.tokens.put("padding at the end", text + "=");
        this.tokens.put("padded parts", parts.get(0) + "=." + parts.get(1) + "==." + parts.get(2) + "=");
        for (String extra : List.of(" ", "\t", "\n", "\r\n", "\u0000", ".", "..", "%", "\u00e9")) {
            this.tokens.put("with " + (int) extra.charAt(0) + " x" + extra.length() + " at the end", text + extra);
            this.tokens.put("with " + (int) extra.charAt(0) + " x" + extra.length() + " inside",
                    text.substring(0, 20) + extra + text.substring(20));
        }
        this.tokens.put("with a space in front", " " + text);
        this.tokens.put("with a dot in front", "." + text);
        this.tokens.put("base64 instead of base64url",
                Base64.getEncoder().encodeToString(ForgedToken.bytes(this.genuine.header())) + "." + parts.get(1) + "."
                        + parts.get(2) + "+");
        this.tokens.put("two parts", parts.get(0) + "." + parts.get(1));
        this.tokens.put("one part", parts.get(0));
        this.tokens.put("dots", "..");
        this.tokens.put("a word", "nonsense");
        this.tokens.put("too long", "a".repeat(8000));
        this.tokens.put("too long, but signed", this.genuine
                .payload((p) -> p.replace("[\"user\"]", "[\"" + "u".repeat(5000) + "\"]")).text());
    }

    /** The text with each other character at its end. */
    static List<String> otherLastCharacters(String text) {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        return alphabet.chars().filter((c) -> c != text.charAt(text.length() - 1))
                .mapToObj((c) -> text.substring(0, text.length() - 1) + (char) c).toList();
    }

    private void times() {
        String exp = "\"exp\":" + (this.now + 900);
        String iat = "\"iat\":" + this.now;
        payload("no exp", "," + exp, "");
        for (String value : List.of("\"" + (this.now + 900) + "\"", "1e30", "1e10", "true", "null", "-1", "0", "[]",
                "{}", (this.now + 900) + ".5", (this.now + 900) + ".0", "99999999999999999999", "1" + "0".repeat(40),
                String.valueOf(this.now + 86_400 * 3650L), String.valueOf(this.now + 900 + 31),
                String.valueOf(this.now * 1000), String.valueOf(Long.MAX_VALUE))) {
            payload("exp " + value, exp, "\"exp\":" + value);
        }
        this.tokens.put("expired beyond the skew", this.genuine.payload((p) -> p.replace(exp,
                "\"exp\":" + (this.now - 31)).replace(iat, "\"iat\":" + (this.now - 900))).text());
        this.tokens.put("expired long ago", this.genuine.payload((p) -> p
                .replace(exp, "\"exp\":" + (this.now + LONG_AGO + 900))
                .replace(iat, "\"iat\":" + (this.now + LONG_AGO)))
                .text());
        payload("no iat", "," + iat, "");
        for (String value : List.of(String.valueOf(this.now + 120), "\"" + this.now + "\"", "true", "-1", "1e9",
                this.now + ".0", "0")) {
            payload("iat " + value, iat, "\"iat\":" + value);
        }
        payload("nbf in the future", exp, exp + ",\"nbf\":" + (this.now + 60));
    }

    private void claims() {
        payload("no iss", "\"iss\":\"taskflow\",", "");
        payload("other iss", "\"iss\":\"taskflow\"", "\"iss\":\"other\"");
        payload("iss as a list", "\"iss\":\"taskflow\"", "\"iss\":[\"taskflow\"]");
        payload("no aud", "\"aud\":[\"taskflow\"],", "");
        payload("other aud", "\"aud\":[\"taskflow\"]", "\"aud\":[\"other\"]");
        payload("aud with another", "\"aud\":[\"taskflow\"]", "\"aud\":[\"taskflow\",\"other\"]");
        payload("sub that is no id", "\"sub\":\"", "\"sub\":\"x");
        payload("no sid", "\"sid\"", "\"sidd\"");
        payload("epoch as text", "\"epoch\":0", "\"epoch\":\"0\"");
        payload("epoch too large", "\"epoch\":0", "\"epoch\":99999999999");
        payload("doubled claim", "\"epoch\":0", "\"epoch\":0,\"epoch\":0");
        payload("unknown claim", "\"epoch\":0", "\"epoch\":0,\"admin\":true");
        payload("roles as text", "[\"user\"]", "\"user\"");
        payload("no roles", "[\"user\"]", "null");
        payload("two objects", "}", "}{}");
        for (String other : List.of("", "null", "[]", "\"x\"", "1", "{", "{}", "not json")) {
            this.tokens.put("payload '" + other + "'", this.genuine.payload((_) -> other).text());
        }
        this.tokens.put("deep payload",
                this.genuine.payload((_) -> "{\"a\":".repeat(500) + "1" + "}".repeat(500)).text());
    }

    private void headers() {
        for (String typ : List.of("JWT", "at+JWT", "AT+JWT", "application/at+jwt", "", "challenge+jwt",
                "refresh+jwt")) {
            header("typ '" + typ + "'", "\"typ\":\"at+jwt\"", "\"typ\":\"" + typ + "\"");
        }
        header("no typ", "\"typ\":\"at+jwt\",", "");
        header("no alg", "\"alg\":\"HS256\",", "");
        header("alg as a list", "\"alg\":\"HS256\"", "\"alg\":[\"HS256\"]");
        header("doubled alg", "\"alg\":\"HS256\"", "\"alg\":\"none\",\"alg\":\"HS256\"");
        header("doubled kid", "\"kid\":", "\"kid\":\"x\",\"kid\":");
        for (String extra : List.of("\"crit\":[\"exp\"]", "\"crit\":[\"b64\"],\"b64\":false", "\"b64\":false",
                "\"crit\":[]", "\"crit\":\"x\"", "\"crit\":null", "\"zip\":null", "\"zip\":\"\"", "\"x\":null",
                "\"cty\":\"JWT\"", "\"x5u\":\"http://127.0.0.1:1/\"",
                "\"jku\":\"http://127.0.0.1:1/\"", "\"x5c\":[\"MIIB\"]",
                "\"jwk\":{\"kty\":\"oct\",\"k\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"}",
                "\"exp\":1", "\"zip\":\"DEF\"", "\"zip\":\"GZIP\"", "\"a\":" + "[".repeat(1000) + "]".repeat(1000))) {
            header("header with " + extra.substring(0, Math.min(20, extra.length())), "}", "," + extra + "}");
        }
        ForgedToken zipped = this.genuine.header((h) -> h.replace("}", ",\"zip\":\"DEF\"}"));
        this.tokens.put("zip=DEF signed", zipped.sign(deflate(ForgedToken.bytes(this.genuine.payload()))));
        this.tokens.put("zip=DEF bomb signed", zipped.sign(deflate(new byte[2_000_000])));
        this.tokens.put("zip=DEF unsigned", algorithm("none").header((h) -> h.replace("}", ",\"zip\":\"DEF\"}"))
                .unsigned());
        for (String other : List.of("", "null", "[]", "\"x\"", "{", "{}")) {
            this.tokens.put("header '" + other + "'", this.genuine.header((_) -> other).text());
        }
    }

    private void kidsAndKeys() {
        String kid = "\"kid\":\"" + this.key.id() + "\"";
        header("no kid", "," + kid, "");
        for (String other : List.of("\"unknown\"", "\"\"", "null", "1", "[\"" + this.key.id() + "\"]", "{}",
                "\"../../../../dev/null\"", "\"/dev/null\"", "\"' or '1'='1\"", "\"1' union select 'x\"",
                "\"" + this.key.id() + "\\u0000\"", "\"" + this.key.id() + " \"", "\"http://127.0.0.1:1/\"")) {
            header("kid " + other, kid, "\"kid\":" + other);
        }
    }

    private void encryption() {
        String direct = "{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"typ\":\"at+jwt\",\"kid\":\"" + this.key.id() + "\"}";
        String pbes2 = "{\"alg\":\"PBES2-HS512+A256KW\",\"enc\":\"A256GCM\",\"p2c\":2147483647,\"p2s\":\"AAAAAAAAAAA\"}";
        for (String header : List.of(direct, pbes2)) {
            this.tokens.put("five parts " + header.substring(0, 20),
                    ForgedToken.encode(ForgedToken.bytes(header))
                            + ".AAAA.AAAAAAAAAAAAAAAA.AAAA.AAAAAAAAAAAAAAAAAAAAAA");
            this.tokens.put("three parts " + header.substring(0, 20), this.genuine.header((_) -> header).text());
        }
        this.tokens.put("five empty parts", "....");
    }

    private void payload(String name, String from, String to) {
        this.tokens.put(name, this.genuine.payload((p) -> p.replace(from, to)).text());
    }

    private void header(String name, String from, String to) {
        this.tokens.put(name, this.genuine.header((h) -> h.replace(from, to)).text());
    }

    private static byte[] deflate(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            deflater.write(bytes);
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        return out.toByteArray();
    }

}
