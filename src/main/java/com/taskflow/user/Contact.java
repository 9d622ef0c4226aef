package com.taskflow.user;

/**
 * Where and how to write to a user.
 *
 * @param emailVerified whether they are known to read mail there; until then somebody else may, and the name may have
 * been chosen for that person to read
 */
public record Contact(EmailAddress email, boolean emailVerified, String name) {

    static Contact of(User user) {
        return new Contact(new EmailAddress(user.email()), user.emailVerified(), user.name());
    }

}
