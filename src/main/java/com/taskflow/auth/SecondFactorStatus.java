package com.taskflow.auth;

/** Whether sign-in asks for a code, and how many recovery codes are left. */
record SecondFactorStatus(boolean enabled, int recoveryCodesLeft) {

    static final SecondFactorStatus OFF = new SecondFactorStatus(false, 0);

}
