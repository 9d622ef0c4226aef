package com.taskflow.platform.observability;

import java.util.List;
import java.util.Map;

import io.sentry.Breadcrumb;
import io.sentry.Hint;
import io.sentry.SentryEvent;
import io.sentry.protocol.Message;
import io.sentry.protocol.Request;
import io.sentry.protocol.SentryException;
import io.sentry.protocol.User;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What an error report keeps. */
class ErrorScrubberTests {

    private final SentryEvent event = new SentryEvent();

    @Test
    void keepsMethodAndPathOfTheRequest() {
        Request request = new Request();
        request.setMethod("GET");
        request.setUrl("https://api.example.org/api/v1/tasks?q=typed");
        request.setQueryString("q=typed");
        request.setHeaders(Map.of("Authorization", "Bearer token"));
        request.setCookies("a=b");
        request.setData("body");
        this.event.setRequest(request);

        Request kept = scrubbed().getRequest();

        assertThat(kept).isNotNull().satisfies((it) -> {
            assertThat(it.getMethod()).isEqualTo("GET");
            assertThat(it.getUrl()).isEqualTo("https://api.example.org/api/v1/tasks");
        }).extracting(Request::getQueryString, Request::getHeaders, Request::getCookies, Request::getData)
                .containsOnlyNulls();
    }

    @Test
    void keepsTheTypeOfAnExceptionAndNotItsMessage() {
        SentryException exception = new SentryException();
        exception.setType("IllegalStateException");
        exception.setValue("me@example.org is taken");
        this.event.setExceptions(List.of(exception));

        scrubbed();

        assertThat(exception.getValue()).isNull();
        assertThat(exception.getType()).isEqualTo("IllegalStateException");
    }

    @Test
    void keepsTheTemplateOfALogLine() {
        Message message = new Message();
        message.setMessage("No answer for {}");
        message.setFormatted("No answer for me@example.org");
        message.setParams(List.of("me@example.org"));
        this.event.setMessage(message);

        Message kept = scrubbed().getMessage();

        assertThat(kept).isNotNull().extracting(Message::getMessage, Message::getFormatted, Message::getParams)
                .containsExactly("No answer for {}", null, null);
    }

    @Test
    void dropsTheUserAndWhatHappenedBefore() {
        this.event.setUser(new User());
        this.event.setBreadcrumbs(List.of(new Breadcrumb("searched for something")));
        this.event.setExtra("title", "typed");
        this.event.getContexts().put("MDC", Map.of("user.id", "1"));

        SentryEvent kept = scrubbed();

        assertThat(kept.getUser()).isNull();
        assertThat(kept.getBreadcrumbs()).isNullOrEmpty();
        assertThat(kept.getExtra("title")).isNull();
        assertThat(kept.getContexts().get("MDC")).isNull();
    }

    private SentryEvent scrubbed() {
        return new ErrorScrubber().execute(this.event, new Hint());
    }

}
