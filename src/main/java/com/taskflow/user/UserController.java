package com.taskflow.user;

import jakarta.validation.Valid;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import com.taskflow.platform.security.CurrentUser;
import com.taskflow.platform.web.IfMatch;

/** One's own account. */
@Tag(name = "Users", description = "One's own account")
@RestController
@RequestMapping(path = "/api/v1/users/me", produces = MediaType.APPLICATION_JSON_VALUE)
class UserController {

    private final UserService users;

    private final ProfileService profiles;

    UserController(UserService users, ProfileService profiles) {
        this.users = users;
        this.profiles = profiles;
    }

    @Operation(summary = "Read one's own account")
    @GetMapping
    ResponseEntity<UserResponse> read(CurrentUser user) {
        return answer(this.profiles.find(user));
    }

    @Operation(summary = "Change one's own account: what is absent stays")
    @PatchMapping
    ResponseEntity<UserResponse> update(@Valid @RequestBody UpdateUserRequest changes, IfMatch condition,
            CurrentUser user) {
        return answer(this.users.update(user, changes, condition));
    }

    private static ResponseEntity<UserResponse> answer(UserResponse user) {
        return ResponseEntity.ok().eTag(user.entityTag().header()).body(user);
    }

}
