package com.taskflow.calendar;

import java.time.Instant;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A feed that was just made.
 *
 * @param path where it is read, with the secret in it: shown this once
 */
@Schema(example = """
        {"id": "019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b", "name": "Phone", "createdAt": "2026-11-22T08:30:00.123Z",
         "path": "/api/v1/calendar/2wSPcJfQJ3bX0m3nSp8b0vXzJ6p9nT0h1cR4uYk7oZE.ics"}""")
record NewFeedResponse(UUID id, String name, Instant createdAt, String path) {

}
