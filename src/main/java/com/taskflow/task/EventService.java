package com.taskflow.task;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

import com.taskflow.platform.error.GoneException;
import com.taskflow.platform.error.InvalidException;
import com.taskflow.platform.security.AccessGrant;
import com.taskflow.platform.security.CurrentUser;

/**
 * Writes an owner's changes to a reader as they happen, as Server-Sent Events (HTML Living Standard §9.2). An event's id
 * is a token of {@link ChangesService}: a reader that comes back with its last one misses nothing.
 */
@Service
class EventService {

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /** Changes that are read at once; more are read when the client has taken these. */
    private static final int PAGE = 100;

    /** Readers of a replica that stops do not come to the others all at once. */
    private static final int RETRY_AT_LEAST = 500;

    private static final int RETRY_AT_MOST = 3000;

    private final ChangesQuery query;

    private final ChangeCounter counter;

    private final ChangeToken.Codec tokens;

    private final EventStreams streams;

    private final ChangeSignals signals;

    private final JsonMapper json;

    private final Clock clock;

    EventService(ChangesQuery query, ChangeCounter counter, ChangeToken.Codec tokens, EventStreams streams,
            ChangeSignals signals, JsonMapper json, Clock clock) {
        this.query = query;
        this.counter = counter;
        this.tokens = tokens;
        this.streams = streams;
        this.signals = signals;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Where a stream begins: after its last event, or now.
     * @throws InvalidException when the id is no token of the owner's
     * @throws GoneException {@code sync-token-expired}
     */
    ChangeToken start(CurrentUser actor, @Nullable String lastEventId) {
        ChangeCounter.Position now = this.counter.position(actor.id());
        if (lastEventId == null) {
            return new ChangeToken(now.epoch(), now.seq(), this.clock.instant());
        }
        ChangeToken token = this.tokens.decode(actor.id(), "Last-Event-ID", lastEventId);
        token.check(now, this.clock.instant());
        return token;
    }

    /** Writes until the reader goes, its token or session ends, or the service stops. */
    void follow(CurrentUser actor, AccessGrant grant, ChangeToken start, OutputStream out) throws IOException {
        EventStream stream = new EventStream(actor, grant);
        this.signals.listen();
        this.streams.add(stream);
        try {
            write(out, "retry: %d\nid: %s\n\n".formatted(retry(), this.tokens.encode(actor.id(), start)));
            write(stream, start, out);
            write(out, "retry: %d\n\n".formatted(retry()));
        } catch (DataAccessException ex) {
            // The stream ends; the client comes back and is told then.
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        } finally {
            this.streams.remove(stream);
        }
    }

    private void write(EventStream stream, ChangeToken start, OutputStream out)
            throws IOException, InterruptedException {
        UUID owner = stream.user().id();
        long seen = start.seq();
        while (!stream.isEnded()) {
            ChangesQuery.Result result = this.query.run(owner, seen, PAGE);
            if (result.position().epoch() != start.epoch()) {
                return;
            }
            for (ChangesQuery.Row row : result.rows()) {
                seen = row.seq();
                write(out, event(row, new ChangeToken(start.epoch(), seen, this.clock.instant()), owner));
                this.streams.sent();
            }
            if (result.rows().size() < PAGE) {
                seen = Math.max(seen, result.position().seq());
                pause(stream, seen, out);
            }
        }
    }

    private static void pause(EventStream stream, long seen, OutputStream out)
            throws IOException, InterruptedException {
        while (!stream.await(seen, HEARTBEAT)) {
            write(out, ": still here\n\n");
        }
    }

    private String event(ChangesQuery.Row row, ChangeToken token, UUID owner) {
        return "event: change\nid: %s\ndata: %s\n\n".formatted(this.tokens.encode(owner, token),
                this.json.writeValueAsString(ChangeEvent.of(row)));
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static int retry() {
        return ThreadLocalRandom.current().nextInt(RETRY_AT_LEAST, RETRY_AT_MOST);
    }

}
