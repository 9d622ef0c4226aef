package com.taskflow.auth;

import java.util.List;
import java.util.UUID;

/** The payload of an access token: exactly these claims in exactly these types. Times are in seconds. */
record TokenClaims(String iss, List<String> aud, UUID sub, UUID sid, UUID jti, long iat, long exp, int epoch,
        List<String> roles) {

}
