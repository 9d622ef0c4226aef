package com.taskflow.calendar;

import java.time.Instant;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;

/** A feed as its owner sees it, without its secret. */
@Schema(example = """
        {"id": "019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b", "name": "Phone", "createdAt": "2026-11-22T08:30:00.123Z"}""")
record FeedResponse(UUID id, String name, Instant createdAt) {

}
