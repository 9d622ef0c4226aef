package com.taskflow.platform.observability;

import java.util.List;

import io.sentry.Hint;
import io.sentry.SentryEvent;
import io.sentry.SentryOptions;
import io.sentry.protocol.Message;
import io.sentry.protocol.Request;
import io.sentry.protocol.SentryException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Takes out of an error report whatever somebody may have typed, before it leaves for Sentry: messages of exceptions,
 * values in log lines, query strings, headers, cookies, bodies, the user. What stays says where it broke: types, stack
 * traces, the line's template, method and path. The request id, as a tag, leads to the log.
 */
@Component
@ConditionalOnProperty("sentry.dsn")
class ErrorScrubber implements SentryOptions.BeforeSendCallback {

    @Override
    public SentryEvent execute(SentryEvent event, Hint hint) {
        hint.clearAttachments();
        event.setUser(null);
        event.setBreadcrumbs(null);
        event.setExtras(null);
        event.getContexts().remove("MDC");
        event.setRequest(methodAndPath(event.getRequest()));
        event.setMessage(template(event.getMessage()));
        List<SentryException> exceptions = event.getExceptions();
        if (exceptions != null) {
            exceptions.forEach((exception) -> exception.setValue(null));
        }
        return event;
    }

    private static @Nullable Request methodAndPath(@Nullable Request request) {
        if (request == null) {
            return null;
        }
        Request kept = new Request();
        kept.setMethod(request.getMethod());
        kept.setUrl((request.getUrl() != null) ? request.getUrl().replaceFirst("[?#].*", "") : null);
        return kept;
    }

    private static @Nullable Message template(@Nullable Message message) {
        if (message == null) {
            return null;
        }
        Message kept = new Message();
        kept.setMessage(message.getMessage());
        return kept;
    }

}
