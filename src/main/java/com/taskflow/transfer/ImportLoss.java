package com.taskflow.transfer;

import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something that was not taken over as it stood.
 *
 * @param section the list it was in; of a CSV file {@code rows}
 * @param position its place in that list, from 0; null when it is the whole list
 * @param subject the id of what it is about, as far as that is known
 * @param field which field of it is missing now; null when all of it is
 * @param code stable, clients may branch on it
 * @param message a sentence for people
 */
@Schema(example = """
        {"section": "tasks", "position": 17, "subject": "019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b", "field": "parentId",
         "code": "invalid_reference", "message": "is no task of this document or yours"}""")
public record ImportLoss(String section, @Nullable Integer position, @Nullable UUID subject, @Nullable String field,
        String code, String message) {

}
