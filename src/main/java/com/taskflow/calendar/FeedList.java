package com.taskflow.calendar;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;

/** One's feeds, the oldest first; there are ten at most. */
@Schema(example = """
        {"items": [{"id": "019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b", "name": "Phone",
         "createdAt": "2026-11-22T08:30:00.123Z"}]}""")
record FeedList(List<FeedResponse> items) {

}
