package com.taskflow.platform.web;

import java.io.IOException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sends an answer in one piece, with its length, where it fits the buffer. The framework flushes after each body, which
 * sends it in chunks, the last and empty one by a write of its own; here the container's buffer alone decides, when it is
 * full or the answer ends. Event streams are flushed as they say.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 4)
class WholeAnswerFilter extends OncePerRequestFilter {

    /** What the container keeps back of an answer: a page of 20 tasks has some 10 KB. */
    static final int BUFFER_SIZE = 16 * 1024;

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !ApiRequests.hasOneAnswer(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setBufferSize(BUFFER_SIZE);
        chain.doFilter(request, new UnflushedResponse(response));
    }

    private static final class UnflushedResponse extends HttpServletResponseWrapper {

        private UnflushedResponse(HttpServletResponse response) {
            super(response);
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            return new UnflushedOutputStream(super.getOutputStream());
        }

        @Override
        public void flushBuffer() {
            // The container does it at the end.
        }

    }

    private static final class UnflushedOutputStream extends ServletOutputStream {

        private final ServletOutputStream delegate;

        private UnflushedOutputStream(ServletOutputStream delegate) {
            this.delegate = delegate;
        }

        @Override
        public void write(int b) throws IOException {
            this.delegate.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            this.delegate.write(bytes, offset, length);
        }

        @Override
        public void flush() {
            // The container does it at the end.
        }

        @Override
        public void close() throws IOException {
            this.delegate.close();
        }

        @Override
        public boolean isReady() {
            return this.delegate.isReady();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            this.delegate.setWriteListener(listener);
        }

    }

}
