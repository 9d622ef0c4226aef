package com.taskflow.user;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import com.taskflow.platform.error.ConflictException;
import com.taskflow.platform.error.NotFoundException;
import com.taskflow.platform.persistence.Identifiers;
import com.taskflow.platform.security.CurrentUser;
import com.taskflow.platform.web.IfMatch;

/** Accounts: how they come to be, what people may change of theirs, and what sign-in needs of them. */
@Service
public class UserService {

    private final UserRepository users;

    private final ApplicationEventPublisher events;

    private final Clock clock;

    UserService(UserRepository users, ApplicationEventPublisher events, Clock clock) {
        this.users = users;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Creates an account, inside the caller's transaction.
     * @throws ConflictException {@code email-taken}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public UserResponse register(EmailAddress email, String name, String passwordHash) {
        User user = new User(Identifiers.next(), email, name, passwordHash, this.clock.instant());
        try {
            user = this.users.saveAndFlush(user);
        } catch (DataIntegrityViolationException ex) {
            throw emailTaken();
        }
        this.events.publishEvent(new UserRegistered(user.id()));
        return UserResponse.from(user);
    }

    /**
     * Refuses an address that has an account before its password is hashed; the unique index decides in the end.
     * @throws ConflictException {@code email-taken}
     */
    @Transactional
    public void requireFree(EmailAddress email) {
        if (this.users.existsByEmailKey(email.key())) {
            throw emailTaken();
        }
    }

    private static ConflictException emailTaken() {
        return ConflictException.of("email-taken", "There is an account with this e-mail address: sign in instead.");
    }

    /** Read from the primary: a new password counts at once. */
    @Transactional
    public Optional<Credentials> findCredentials(EmailAddress email) {
        return this.users.findByEmailKey(email.key()).map(Credentials::of);
    }

    /** Read from the primary, inside the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Credentials> findCredentials(UUID userId) {
        return this.users.findById(userId).map(Credentials::of);
    }

    /** Locks the user's row until the caller's transaction ends; what is read is the latest. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Credentials> lockCredentials(UUID userId) {
        return this.users.lockById(userId).map(Credentials::of);
    }

    /** Makes every access token issued so far worthless; locks the user's row until the caller's transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void raiseEpoch(UUID userId) {
        this.users.lockById(userId).ifPresent((user) -> {
            user.raiseEpoch(this.clock.instant());
            publishEpochRaised(user);
        });
    }

    private void publishEpochRaised(User user) {
        this.events.publishEvent(new EpochRaised(user.id(), user.epoch() - 1));
    }

    /** Sets a new password and publishes {@link PasswordChanged}, inside the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void changePassword(UUID userId, String passwordHash) {
        User user = this.users.lockById(userId).orElseThrow(() -> NotFoundException.of("user", userId));
        user.changePassword(passwordHash, this.clock.instant());
        publishPasswordChanged(user, false);
    }

    /** The same for who could not say the old one but reads the account's mail. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void resetPassword(UUID userId, String passwordHash) {
        User user = this.users.lockById(userId).orElseThrow(() -> NotFoundException.of("user", userId));
        user.resetPassword(passwordHash, this.clock.instant());
        publishPasswordChanged(user, true);
    }

    private void publishPasswordChanged(User user, boolean byMail) {
        this.events.publishEvent(new PasswordChanged(user.id(), byMail));
        publishEpochRaised(user);
    }

    /**
     * Ends the account, inside the caller's transaction: nobody can sign in to it any more, its address is free, and
     * {@link AccountDeleted} is published. What belongs to it is removed by a job.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void delete(UUID userId, IfMatch condition) {
        User user = this.users.lockById(userId).filter((found) -> !found.disabled())
                .orElseThrow(() -> NotFoundException.of("user", userId));
        condition.check(UserResponse.from(user).entityTag());
        user.disable(this.clock.instant());
        this.events.publishEvent(new AccountDeleted(userId, email(user)));
        publishEpochRaised(user);
    }

    /** Takes note that the person reads mail at this address; false unless it is theirs still and was not known to. */
    @Transactional
    public boolean confirmEmail(UUID userId, Predicate<EmailAddress> isMeant) {
        return this.users.lockById(userId).filter((user) -> !user.disabled() && isMeant.test(email(user)))
                .map((user) -> user.confirmEmail(this.clock.instant())).orElse(false);
    }

    /** Where and how to write to somebody; empty once the account is deleted. Read from the primary. */
    @Transactional
    public Optional<Contact> findContact(UUID userId) {
        return this.users.findById(userId).filter((user) -> !user.disabled()).map(Contact::of);
    }

    private static EmailAddress email(User user) {
        return new EmailAddress(user.email());
    }

    /** Stores another hash of the same password, inside the caller's transaction; nothing ends by that. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void upgradePasswordHash(UUID userId, String passwordHash) {
        this.users.lockById(userId).ifPresent((user) -> user.upgradePasswordHash(passwordHash));
    }

    /** Read from the primary: what was found may be kept in the cache. */
    @Transactional
    public UserResponse find(UUID userId) {
        return this.users.findById(userId).map(UserResponse::from)
                .orElseThrow(() -> NotFoundException.of("user", userId));
    }

    /** The zone in which the user's days begin and floating times are meant. */
    @Transactional
    public ZoneId timeZone(UUID userId) {
        return this.users.findTimeZoneById(userId).map(ZoneId::of)
                .orElseThrow(() -> NotFoundException.of("user", userId));
    }

    @Transactional
    UserResponse update(CurrentUser actor, UpdateUserRequest changes, IfMatch condition) {
        User user = this.users.lockById(actor.id()).orElseThrow(() -> NotFoundException.of("user", actor.id()));
        condition.check(UserResponse.from(user).entityTag());
        Instant now = this.clock.instant();
        changes.name().ifPresent((name) -> user.rename(name, now));
        String zone = user.timeZone();
        changes.timeZone().ifPresent((timeZone) -> user.moveTo(timeZone, now));
        UserResponse changed = UserResponse.from(this.users.saveAndFlush(user));
        if (!changed.timeZone().equals(zone)) {
            this.events.publishEvent(new TimeZoneChanged(user.id()));
        }
        return changed;
    }

}
