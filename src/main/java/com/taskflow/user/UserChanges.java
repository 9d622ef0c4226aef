package com.taskflow.user;

import jakarta.persistence.PostUpdate;

import org.springframework.context.ApplicationEventPublisher;

/** Publishes every change of an account by its entity, so that no use case can forget to. */
class UserChanges {

    private final ApplicationEventPublisher events;

    UserChanges(ApplicationEventPublisher events) {
        this.events = events;
    }

    @PostUpdate
    void changed(User user) {
        this.events.publishEvent(new UserChanged(user.id()));
    }

}
