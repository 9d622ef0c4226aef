package com.taskflow.task;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import com.taskflow.platform.error.GoneException;
import com.taskflow.platform.security.CurrentUser;
import com.taskflow.platform.web.PageRows;

/** Follows an owner's changes. */
@Service
class ChangesService {

    private final ChangesQuery query;

    private final ChangeToken.Codec tokens;

    private final Clock clock;

    ChangesService(ChangesQuery query, ChangeToken.Codec tokens, Clock clock) {
        this.query = query;
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * The next changes after the token.
     * @throws GoneException {@code sync-token-expired}
     */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public ChangesResponse list(CurrentUser actor, ListChangesRequest request) {
        ChangeToken since = decode(actor.id(), "since", request.since());
        Instant now = this.clock.instant();
        ChangesQuery.Result result = this.query.run(actor.id(), (since != null) ? since.seq() : 0,
                request.pageSize() + 1);
        if (since != null) {
            since.check(result.position(), now);
        }
        PageRows<ChangesQuery.Row> page = PageRows.of(result.rows(), request.pageSize());
        long seen = page.hasNext() ? page.rows().getLast().seq() : result.position().seq();
        List<TaskResponse> items = page.rows().stream().map(ChangesQuery.Row::task).filter(Objects::nonNull).toList();
        List<UUID> removed = page.rows().stream().filter((row) -> row.task() == null).map(ChangesQuery.Row::id)
                .toList();
        String token = this.tokens.encode(actor.id(), new ChangeToken(result.position().epoch(), seen, now));
        return new ChangesResponse(items, removed, token, page.hasNext());
    }

    private @Nullable ChangeToken decode(UUID owner, String name, @Nullable String text) {
        return (text != null) ? this.tokens.decode(owner, name, text) : null;
    }

}
