package com.taskflow.auth;

import java.time.Clock;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Notices sign-ins from a device that the account was never signed in to from, going by what it calls itself. */
@Component
class NewDevices {

    private final SessionRepository sessions;

    private final ApplicationEventPublisher events;

    private final Clock clock;

    NewDevices(SessionRepository sessions, ApplicationEventPublisher events, Clock clock) {
        this.sessions = sessions;
        this.events = events;
        this.clock = clock;
    }

    /** Publishes {@link NewDeviceSignedIn}, inside the caller's transaction and before the new session is stored. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void announceUnlessKnown(UUID userId, Device device) {
        if (!this.sessions.isKnownDevice(userId, device.userAgent())) {
            this.events.publishEvent(
                    new NewDeviceSignedIn(userId, device.userAgent(), device.network(), this.clock.instant()));
        }
    }

}
