package com.taskflow.platform.web;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ETag;

import com.taskflow.platform.error.PreconditionException;

/**
 * The request's {@code If-Match} precondition, a handler parameter; without the header everything passes.
 *
 * @param tags the acceptable tags, null without the header; {@code *} is a tag of its own
 */
public record IfMatch(@Nullable List<ETag> tags) {

    /** No precondition: the last write wins. */
    public static final IfMatch ABSENT = new IfMatch(null);

    public boolean isPresent() {
        return this.tags != null;
    }

    /** @throws PreconditionException 412 when the resource is no longer what the client saw */
    public void check(EntityTag current) {
        if (this.tags == null) {
            return;
        }
        ETag tag = ETag.create(current.header());
        if (this.tags.stream().noneMatch((accepted) -> accepted.isWildcard() || accepted.compare(tag, true))) {
            throw PreconditionException.failed(current.header());
        }
    }

    static IfMatch parse(@Nullable String header) {
        return (header != null) ? new IfMatch(ETag.parse(header)) : ABSENT;
    }

}
