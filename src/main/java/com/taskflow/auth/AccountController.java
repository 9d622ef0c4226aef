package com.taskflow.auth;

import jakarta.validation.Valid;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import com.taskflow.platform.security.CurrentUser;

/** The end of one's own account. */
@RestController
@RequestMapping(path = "/api/v1/users/me", produces = MediaType.APPLICATION_JSON_VALUE)
class AccountController {

    private final AccountService accounts;

    private final RefreshCookie cookie;

    AccountController(AccountService accounts, RefreshCookie cookie) {
        this.accounts = accounts;
        this.cookie = cookie;
    }

    @DeleteMapping
    ResponseEntity<Void> delete(@Valid @RequestBody DeleteAccountRequest request, CurrentUser user) {
        this.accounts.delete(user, request);
        return this.cookie.answerCleared();
    }

}
