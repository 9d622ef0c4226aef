package com.taskflow.platform.error;

import java.io.IOException;

/** The request body is longer than its route takes: 413. An I/O error, since it ends the reading of a stream. */
public final class PayloadTooLargeException extends IOException {

    public PayloadTooLargeException() {
        super("The request body is too large");
    }

}
