package com.taskflow.auth;

import java.util.List;

/** New recovery codes, shown once. */
record RecoveryCodesResponse(List<String> recoveryCodes) {

    static RecoveryCodesResponse of(List<RecoveryCode> codes) {
        return new RecoveryCodesResponse(codes.stream().map(RecoveryCode::text).toList());
    }

    @Override
    public String toString() {
        return "RecoveryCodesResponse";
    }

}
