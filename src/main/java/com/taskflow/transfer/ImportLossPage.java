package com.taskflow.transfer;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One page of what an import lost, in the order of the document's parts.
 *
 * @param nextCursor where the next page begins, null on the last
 */
@Schema(example = """
        {"items": [{"section": "tasks", "position": 17, "subject": "019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b",
         "field": "parentId", "code": "invalid_reference", "message": "is no task of this document or yours"}],
         "nextCursor": null}""")
record ImportLossPage(List<ImportLoss> items, @Nullable String nextCursor) {

}
