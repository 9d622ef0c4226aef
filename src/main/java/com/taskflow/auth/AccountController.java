package com.taskflow.auth;

import jakarta.validation.Valid;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import com.taskflow.platform.security.CurrentUser;
import com.taskflow.platform.web.IfMatch;

/** The end of one's own account. */
@Tag(name = "Users")
@RestController
@RequestMapping(path = "/api/v1/users/me", produces = MediaType.APPLICATION_JSON_VALUE)
class AccountController {

    private final AccountService accounts;

    private final RefreshCookie cookie;

    AccountController(AccountService accounts, RefreshCookie cookie) {
        this.accounts = accounts;
        this.cookie = cookie;
    }

    @Operation(summary = "Delete one's own account, for good")
    @ApiResponse(responseCode = "204", description = "Everything of the user is gone", headers = @Header(name = "Set-Cookie", ref = "#/components/headers/Set-Cookie"))
    @ApiResponse(responseCode = "403", description = "`wrong-password`; with a second factor also `second-factor-required` and `invalid-code`")
    @DeleteMapping
    ResponseEntity<Void> delete(@Valid @RequestBody DeleteAccountRequest request, IfMatch condition,
            CurrentUser user) {
        this.accounts.delete(user, request, condition);
        return this.cookie.answerCleared();
    }

}
