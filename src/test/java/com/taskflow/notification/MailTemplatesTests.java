package com.taskflow.notification;

import java.util.HashMap;
import java.util.Map;

import com.samskivert.mustache.MustacheException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The words of the mails. */
class MailTemplatesTests {

    private static final String EVIL = "<img src=x onerror=alert(1)>\"'&{{link}}";

    private static final Map<String, String> VALUES = Map.of("link", "https://app.example.org/x#token=abc", "time",
            "1 May 2026, 10:00 UTC", "what", "Something.", "device", EVIL, "network", EVIL, "name", EVIL);

    private final MailTemplates templates = new MailTemplates();

    @ParameterizedTest
    @EnumSource
    void saysTheSameInTextAndHtml(MailKind kind) {
        MailText mail = this.templates.render(kind, VALUES);

        assertThat(mail.subject()).isNotBlank();
        assertThat(mail.text()).startsWith("Hello").doesNotContain("<p>", "<a ");
        assertThat(mail.html()).startsWith("<!DOCTYPE html>").contains("<p>Hello");
        assertThat(mail.text().contains("#token=abc")).isEqualTo(String.valueOf(mail.html()).contains("#token"));
    }

    @ParameterizedTest
    @EnumSource
    void escapesWhatIsFilledIntoHtml(MailKind kind) {
        assertThat(this.templates.render(kind, VALUES).html()).doesNotContain("<img", EVIL)
                .contains("&lt;img src&#x3D;x");
    }

    @ParameterizedTest
    @EnumSource
    void addressesNobodyByNameWhoseNameIsNotGiven(MailKind kind) {
        Map<String, String> nameless = new HashMap<>(VALUES);
        nameless.remove("name");

        MailText mail = this.templates.render(kind, nameless);

        assertThat(mail.text()).startsWith("Hello,\n");
        assertThat(mail.html()).contains("<p>Hello,</p>");
    }

    @Test
    void failsWhenAValueIsMissing() {
        assertThatThrownBy(() -> this.templates.render(MailKind.PASSWORD_RESET, Map.of()))
                .isInstanceOf(MustacheException.class).hasMessageContaining("link");
    }

    @Test
    void leavesTheLinkOutOfAWelcomeToAVerifiedAddress() {
        MailText mail = this.templates.render(MailKind.WELCOME, Map.of("name", "Ann"));

        assertThat(mail.text()).startsWith("Hello Ann,\n").doesNotContain("confirm");
        assertThat(mail.html()).doesNotContain("<a ", "confirm");
    }

}
