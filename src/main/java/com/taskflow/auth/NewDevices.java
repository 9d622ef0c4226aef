package com.taskflow.auth;

import java.time.Clock;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import com.taskflow.user.Credentials;

/** Notices sign-ins from a device that does not show that it was signed in to the account before. */
@Component
class NewDevices {

    private final DeviceTokens tokens;

    private final ApplicationEventPublisher events;

    private final Clock clock;

    NewDevices(DeviceTokens tokens, ApplicationEventPublisher events, Clock clock) {
        this.tokens = tokens;
        this.events = events;
        this.clock = clock;
    }

    /** Publishes {@link NewDeviceSignedIn}, inside the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void announceUnlessKnown(Credentials user, Device device) {
        if (this.tokens.idOf(device, user).isEmpty()) {
            this.events.publishEvent(
                    new NewDeviceSignedIn(user.userId(), device.userAgent(), device.network(), this.clock.instant()));
        }
    }

}
