package com.taskflow.transfer;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Takes what a format finds in a document, one by one. */
public interface ImportSink {

    /** An item for the section of that name. */
    void item(String section, JsonNode item);

    /** Something of the document that has no place here. */
    void lose(String section, @Nullable Integer position, @Nullable String field, String code, String message);

}
