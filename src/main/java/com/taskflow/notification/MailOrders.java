package com.taskflow.notification;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import com.taskflow.auth.EmailVerificationRequested;
import com.taskflow.auth.NewDeviceSignedIn;
import com.taskflow.auth.PasswordResetRequested;
import com.taskflow.auth.SecondFactorChanged;
import com.taskflow.platform.jobs.JobType;
import com.taskflow.platform.jobs.Jobs;
import com.taskflow.task.ReminderDue;
import com.taskflow.user.AccountDeleted;
import com.taskflow.user.PasswordChanged;
import com.taskflow.user.UserRegistered;

/** Orders the mail that an event calls for, in the event's transaction: the mail goes out if and only if it commits. */
@Component
class MailOrders {

    static final JobType<MailOrder> JOB = new JobType<>("mail", MailOrder.class);

    private static final DateTimeFormatter TIME = DateTimeFormatter
            .ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Jobs jobs;

    MailOrders(Jobs jobs) {
        this.jobs = jobs;
    }

    @EventListener
    void on(UserRegistered event) {
        order(MailOrder.of(MailKind.WELCOME, event.userId()));
    }

    @EventListener
    void on(EmailVerificationRequested event) {
        order(MailOrder.of(MailKind.EMAIL_VERIFICATION, event.userId()));
    }

    @EventListener
    void on(PasswordResetRequested event) {
        this.jobs.enqueueOnce(event.requestId(), JOB, MailOrder.of(MailKind.PASSWORD_RESET, event.userId()));
    }

    @EventListener
    void on(PasswordChanged event) {
        order(MailOrder.of(MailKind.PASSWORD_CHANGED, event.userId()));
    }

    @EventListener
    void on(NewDeviceSignedIn event) {
        Map<String, String> details = Map.of("time", TIME.format(event.at()), "device",
                Objects.requireNonNullElse(event.userAgent(), "unknown"), "network",
                Objects.requireNonNullElse(event.network(), "unknown"));
        order(new MailOrder(MailKind.NEW_SIGN_IN, event.userId(), null, details));
    }

    @EventListener
    void on(SecondFactorChanged event) {
        Map<String, String> details = Map.of("time", TIME.format(event.at()), "what", sentence(event.change()));
        order(new MailOrder(MailKind.SECOND_FACTOR, event.userId(), null, details));
    }

    private static String sentence(SecondFactorChanged.Change change) {
        return switch (change) {
            case ENABLED -> "The second factor was switched on: sign-in asks for a code after the password.";
            case DISABLED -> "The second factor was switched off: sign-in asks for the password alone.";
            case RECOVERY_CODES_RENEWED -> "New recovery codes were made; the earlier ones are void.";
            case RECOVERY_CODE_USED -> "A recovery code was used; it cannot be used again.";
            case LOCKED -> "Wrong codes were tried after the right password, so none is taken for 15 minutes.";
        };
    }

    /** The reminder's words are looked up when the mail leaves. */
    @EventListener(condition = "#event.channel() == 'mail'")
    void on(ReminderDue event) {
        order(new MailOrder(MailKind.REMINDER, event.userId(), null,
                Map.of(MailOrder.REMINDER, event.reminderId().toString())));
    }

    @EventListener
    void on(AccountDeleted event) {
        order(new MailOrder(MailKind.ACCOUNT_DELETED, event.userId(), event.email().value(), Map.of()));
    }

    private void order(MailOrder order) {
        this.jobs.enqueue(JOB, order);
    }

}
