package com.taskflow.auth;

import org.springframework.stereotype.Component;

import com.taskflow.platform.security.PasswordHasher;
import com.taskflow.user.Contact;

/** Turns a new password into what is stored of it, if it is a good one. Never inside a transaction: it hashes. */
@Component
class NewPasswords {

    private final PasswordPolicy policy;

    private final PasswordHasher hasher;

    NewPasswords(PasswordPolicy policy, PasswordHasher hasher) {
        this.policy = policy;
        this.hasher = hasher;
    }

    /**
     * @param field the request's field that it came in
     * @throws com.taskflow.platform.error.InvalidException when the password is refused
     */
    Password accept(String field, String typed, Contact owner) {
        Password password = Password.of(field, typed);
        this.policy.check(field, password, owner.email(), owner.name());
        return password;
    }

    String hash(Password accepted) {
        return this.hasher.hash(accepted.text());
    }

}
