package com.taskflow.task;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

import com.taskflow.platform.web.NextLink;

/**
 * A page, or the news that it is what the client has.
 *
 * @param page null when the client's tag still holds
 */
record ConditionalPage<P extends CursorPage>(ListTag tag, @Nullable P page) {

    /** 304 without a page; else the page with its tag and a link to the next one. */
    ResponseEntity<P> toAnswer(HttpServletRequest request) {
        if (this.page == null) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(this.tag.header()).build();
        }
        return ResponseEntity.ok().eTag(this.tag.header())
                .headers((headers) -> NextLink.add(headers, this.page.nextCursor(), request)).body(this.page);
    }

}
