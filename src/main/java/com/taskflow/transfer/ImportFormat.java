package com.taskflow.transfer;

import java.io.IOException;
import java.io.InputStream;

/** A kind of document that can be imported; a bean of this kind is all it takes. */
public interface ImportFormat {

    /** Stands in an import's {@code format}. */
    String name();

    /** The media type that its documents are sent as. */
    String mediaType();

    /**
     * Reads a document from its beginning to its end, without ever holding more than an item of it.
     * @throws com.taskflow.platform.error.InvalidException when it is no document of this kind
     */
    void read(InputStream document, ImportSink sink) throws IOException;

}
