package com.taskflow.transfer;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;

/** One's latest imports, the newest first. */
@Schema(example = """
        {"items": [{"id": "019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b", "format": "taskflow", "status": "done", "items": 1200,
         "processed": 1200, "imported": 1199, "losses": 1, "createdAt": "2026-11-22T08:30:00.123Z",
         "finishedAt": "2026-11-22T08:30:01.456Z"}]}""")
record ImportList(List<ImportResponse> items) {

}
