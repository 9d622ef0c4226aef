package com.taskflow.auth;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;

/** New recovery codes, shown once. */
@Schema(example = """
        {"recoveryCodes": ["abcd-efgh-ijkl-mnop-qrst-uvwx"]}""")
record RecoveryCodesResponse(List<String> recoveryCodes) {

    static RecoveryCodesResponse of(List<RecoveryCode> codes) {
        return new RecoveryCodesResponse(codes.stream().map(RecoveryCode::text).toList());
    }

    @Override
    public String toString() {
        return "RecoveryCodesResponse";
    }

}
