package com.taskflow.notification;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

import com.taskflow.auth.AccountTokens;
import com.taskflow.task.ReminderService;
import com.taskflow.user.Contact;
import com.taskflow.user.UserService;

/** Makes a mail from its order, when it is about to leave: whoever it goes to and whatever it opens is the latest. */
@Component
class MailComposer {

    private final UserService users;

    private final AccountTokens tokens;

    private final ReminderService reminders;

    private final MailTemplates templates;

    private final MailProperties properties;

    MailComposer(UserService users, AccountTokens tokens, ReminderService reminders, MailTemplates templates,
            MailProperties properties) {
        this.users = users;
        this.tokens = tokens;
        this.reminders = reminders;
        this.templates = templates;
        this.properties = properties;
    }

    /** Empty when there is nothing to say any more: the account is deleted, the address verified, the task done. */
    Optional<Mail> compose(MailOrder order) {
        if (order.address() != null) {
            return Optional.of(new Mail(order.address(), this.templates.render(order.kind(), order.details())));
        }
        Contact user = this.users.findContact(order.userId()).orElse(null);
        if (order.kind() == MailKind.REMINDER) {
            return (user != null) ? reminder(order, user) : Optional.empty();
        }
        Optional<String> link = link(order);
        if (user == null || (link.isEmpty() && order.kind().isNothingWithoutLink())) {
            return Optional.empty();
        }
        Map<String, String> values = new HashMap<>(order.details());
        greeting(user).ifPresent((name) -> values.put("name", name));
        link.ifPresent((address) -> values.put("link", address));
        return Optional.of(new Mail(user.email().value(), this.templates.render(order.kind(), values)));
    }

    /** What the task says now. Like the name, nothing that was typed goes to an address that is not verified. */
    private Optional<Mail> reminder(MailOrder order, Contact user) {
        UUID id = UUID.fromString(String.valueOf(order.details().get(MailOrder.REMINDER)));
        return this.reminders.findText(order.userId(), id).map((text) -> {
            Map<String, String> values = new HashMap<>();
            greeting(user).ifPresent((name) -> {
                values.put("name", name);
                values.put("title", text.title());
            });
            if (text.due() != null) {
                values.put("due", text.due());
            }
            return new Mail(user.email().value(), this.templates.render(MailKind.REMINDER, values));
        });
    }

    /**
     * How to address somebody. Not by name until the address is verified: strangers could be made to read any text, in
     * our name, by signing their address up with it.
     */
    private static Optional<String> greeting(Contact user) {
        return user.emailVerified()
                ? Optional.of(user.name().replaceAll("[\\p{Z}\\p{C}]+", " ").strip())
                : Optional.empty();
    }

    private Optional<String> link(MailOrder order) {
        return switch (order.kind()) {
            case WELCOME, EMAIL_VERIFICATION -> this.tokens.emailVerification(order.userId())
                    .map((token) -> this.properties.link("/verify", token));
            case PASSWORD_RESET -> this.tokens.passwordReset(order.userId())
                    .map((token) -> this.properties.link("/reset", token));
            case PASSWORD_CHANGED, NEW_SIGN_IN, SECOND_FACTOR, REMINDER, ACCOUNT_DELETED -> Optional.empty();
        };
    }

}
