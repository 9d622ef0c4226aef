package com.taskflow.platform.idempotency;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** The request, digested while its body is read. */
final class StreamedRequest extends HttpServletRequestWrapper {

    private final MessageDigest digest;

    StreamedRequest(HttpServletRequest request) {
        super(request);
        this.digest = IdempotencyKey.digest(request);
    }

    /** The digest of the request and all of its body; what has not been read of it is left out from now on. */
    byte[] digest() throws IOException {
        getInputStream().transferTo(OutputStream.nullOutputStream());
        return this.digest.digest();
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        ServletInputStream body = super.getInputStream();
        return new DigestedInputStream(body, new DigestInputStream(body, this.digest));
    }

    private static final class DigestedInputStream extends ServletInputStream {

        private final ServletInputStream body;

        private final InputStream digested;

        private DigestedInputStream(ServletInputStream body, InputStream digested) {
            this.body = body;
            this.digested = digested;
        }

        @Override
        public int read() throws IOException {
            return this.digested.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            return this.digested.read(buffer, offset, length);
        }

        @Override
        public boolean isFinished() {
            return this.body.isFinished();
        }

        @Override
        public boolean isReady() {
            return this.body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            this.body.setReadListener(listener);
        }

    }

}
