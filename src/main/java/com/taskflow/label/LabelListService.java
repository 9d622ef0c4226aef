package com.taskflow.label;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import com.taskflow.platform.error.InvalidException;
import com.taskflow.platform.security.CurrentUser;
import com.taskflow.platform.security.OpaqueTokens;
import com.taskflow.platform.web.PageRequest;
import com.taskflow.platform.web.PageRows;

/** Lists an owner's labels by name. */
@Service
class LabelListService {

    private static final String PURPOSE = "label-cursor";

    private final JdbcClient jdbc;

    private final OpaqueTokens tokens;

    LabelListService(JdbcClient jdbc, OpaqueTokens tokens) {
        this.jdbc = jdbc;
        this.tokens = tokens;
    }

    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public LabelPage list(CurrentUser actor, PageRequest request) {
        String after = decode(request.cursor(), actor.id());
        List<LabelResponse> read = this.jdbc
                .sql("""
                        select id, name, color, created_at, updated_at, version from label
                        where user_id = ? and name > ? order by name limit\s""" + (request.pageSize() + 1))
                .params(actor.id(), after).query(LabelRows::label).list();
        PageRows<LabelResponse> page = PageRows.of(read, request.pageSize());
        return new LabelPage(page.rows(),
                page.nextCursor((last) -> this.tokens.seal(PURPOSE, actor.id(), last.name())));
    }

    /** The name that the page before ended with; every name comes after the empty one. */
    private String decode(@Nullable String cursor, UUID owner) {
        if (cursor == null) {
            return "";
        }
        return this.tokens.open(PURPOSE, owner, cursor)
                .orElseThrow(() -> InvalidException.field("cursor", "invalid", "is no cursor of this list"));
    }

}
