package com.taskflow.auth;

import io.swagger.v3.oas.annotations.media.Schema;

/** Whether sign-in asks for a code, and how many recovery codes are left. */
@Schema(example = """
        {"enabled": true, "recoveryCodesLeft": 10}""")
record SecondFactorStatus(boolean enabled, int recoveryCodesLeft) {

    static final SecondFactorStatus OFF = new SecondFactorStatus(false, 0);

}
