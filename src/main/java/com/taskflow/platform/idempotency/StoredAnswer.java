package com.taskflow.platform.idempotency;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * The answer to a keyed write, as it is given again to whoever repeats it.
 *
 * @param body empty for an answer without one
 */
record StoredAnswer(int status, String body, @Nullable String etag, @Nullable URI location,
        @Nullable UUID operationId) {

    private static final String REPLAYED = "Idempotent-Replayed";

    private static final String OPERATION_ID = "X-Operation-Id";

    static StoredAnswer of(ContentCachingResponseWrapper response) {
        String location = response.getHeader(HttpHeaders.LOCATION);
        String operation = response.getHeader(OPERATION_ID);
        return new StoredAnswer(response.getStatus(),
                new String(response.getContentAsByteArray(), StandardCharsets.UTF_8),
                response.getHeader(HttpHeaders.ETAG), (location != null) ? URI.create(location) : null,
                (operation != null) ? UUID.fromString(operation) : null);
    }

    /** @param body as it will be written */
    static StoredAnswer of(ResponseEntity<?> response, String body) {
        HttpHeaders headers = response.getHeaders();
        return new StoredAnswer(response.getStatusCode().value(), body, headers.getETag(), headers.getLocation(), null);
    }

    boolean isSuccess() {
        return this.status >= 200 && this.status < 300;
    }

    void replay(HttpServletResponse response) throws IOException {
        response.setStatus(this.status);
        response.setHeader(REPLAYED, "true");
        if (this.etag != null) {
            response.setHeader(HttpHeaders.ETAG, this.etag);
        }
        if (this.location != null) {
            response.setHeader(HttpHeaders.LOCATION, this.location.toString());
        }
        if (this.operationId != null) {
            response.setHeader(OPERATION_ID, this.operationId.toString());
        }
        if (!this.body.isEmpty()) {
            byte[] bytes = this.body.getBytes(StandardCharsets.UTF_8);
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.setContentLength(bytes.length);
            response.getOutputStream().write(bytes);
        }
    }

}
