package com.taskflow.platform.web;

import java.io.IOException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import com.taskflow.platform.error.PayloadTooLargeException;
import com.taskflow.platform.time.Deadline;

/**
 * Ends the reading of a request body at the limit, whether its length was announced or it comes in chunks. It counts
 * while the body is read, so that a route or media type that does not exist is refused first. The time that takes is the
 * client's and does not count for the request's {@link Deadline}.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class RequestBodyLimitFilter extends OncePerRequestFilter {

    private static final long LIMIT = 256 * 1024;

    private static final long BATCH_LIMIT = 4 * 1024 * 1024;

    /** It is staged while it is read. */
    private static final long IMPORT_LIMIT = 64 * 1024 * 1024;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new LimitedRequest(request, limitOf(request)), response);
    }

    private static long limitOf(HttpServletRequest request) {
        if (ApiRequests.isImport(request)) {
            return IMPORT_LIMIT;
        }
        return ApiRequests.isBatch(request) ? BATCH_LIMIT : LIMIT;
    }

    private static final class LimitedRequest extends HttpServletRequestWrapper {

        private final long limit;

        private @Nullable ServletInputStream body;

        private LimitedRequest(HttpServletRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (getContentLengthLong() > this.limit) {
                throw new PayloadTooLargeException();
            }
            if (this.body == null) {
                this.body = new LimitedInputStream(super.getInputStream(), this.limit);
            }
            return this.body;
        }

    }

    private static final class LimitedInputStream extends ServletInputStream {

        private final ServletInputStream delegate;

        private long left;

        private LimitedInputStream(ServletInputStream delegate, long limit) {
            this.delegate = delegate;
            this.left = limit;
        }

        @Override
        public int read() throws IOException {
            long begin = System.nanoTime();
            int read = this.delegate.read();
            Deadline.extend(System.nanoTime() - begin);
            count((read < 0) ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            long begin = System.nanoTime();
            int read = this.delegate.read(buffer, offset, length);
            Deadline.extend(System.nanoTime() - begin);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) throws IOException {
            this.left -= read;
            if (this.left < 0) {
                throw new PayloadTooLargeException();
            }
        }

        @Override
        public boolean isFinished() {
            return this.delegate.isFinished();
        }

        @Override
        public boolean isReady() {
            return this.delegate.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            this.delegate.setReadListener(listener);
        }

    }

}
