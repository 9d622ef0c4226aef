package com.taskflow.user;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import com.taskflow.platform.security.CurrentUser;

/** Reads one's own account, from the cache where it can. */
@Service
class ProfileService {

    private final ProfileCache cache;

    private final UserService users;

    ProfileService(ProfileCache cache, UserService users) {
        this.cache = cache;
        this.users = users;
    }

    /** Asks Redis, so no transaction may be open. */
    @Transactional(propagation = Propagation.NEVER)
    UserResponse find(CurrentUser actor) {
        return this.cache.get(actor.id(), () -> this.users.find(actor.id()));
    }

}
