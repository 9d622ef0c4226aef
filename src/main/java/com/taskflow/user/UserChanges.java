package com.taskflow.user;

import jakarta.persistence.PostRemove;
import jakarta.persistence.PostUpdate;

import org.springframework.context.ApplicationEventPublisher;

/** Publishes every change of an account that reaches the database, so that no use case can forget to. */
class UserChanges {

    private final ApplicationEventPublisher events;

    UserChanges(ApplicationEventPublisher events) {
        this.events = events;
    }

    @PostUpdate
    @PostRemove
    void changed(User user) {
        this.events.publishEvent(new UserChanged(user.id()));
    }

}
