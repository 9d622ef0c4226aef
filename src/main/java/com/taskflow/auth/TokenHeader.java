package com.taskflow.auth;

/** The header of an access token: exactly these parameters. */
record TokenHeader(String alg, String typ, String kid) {

    static final String TYPE = "at+jwt";

    private static final String ALGORITHM = "HS256";

    boolean isAccessToken() {
        return this.alg.equals(ALGORITHM) && this.typ.equals(TYPE);
    }

}
