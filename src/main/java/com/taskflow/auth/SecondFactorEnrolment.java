package com.taskflow.auth;

import java.nio.charset.StandardCharsets;

import io.swagger.v3.oas.annotations.media.Schema;
import org.bouncycastle.util.encoders.Base32;
import org.springframework.web.util.UriUtils;

import com.taskflow.user.EmailAddress;

/**
 * What an authenticator app needs, shown once.
 *
 * @param secret Base32, to type
 * @param uri {@code otpauth://totp/…}, to draw as a QR code (the key URI format of Google Authenticator)
 */
@Schema(example = """
        {"secret": "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ",
         "uri": "otpauth://totp/TaskFlow:me%40example.org?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=TaskFlow"}""")
record SecondFactorEnrolment(String secret, String uri) {

    static SecondFactorEnrolment of(byte[] secret, EmailAddress account) {
        String text = Base32.toBase32String(secret);
        return new SecondFactorEnrolment(text,
                "otpauth://totp/TaskFlow:%s?secret=%s&issuer=TaskFlow&algorithm=SHA1&digits=6&period=30"
                        .formatted(UriUtils.encode(account.value(), StandardCharsets.UTF_8), text));
    }

    @Override
    public String toString() {
        return "SecondFactorEnrolment";
    }

}
