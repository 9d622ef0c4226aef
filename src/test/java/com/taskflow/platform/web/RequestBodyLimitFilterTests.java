package com.taskflow.platform.web;

import java.io.InputStream;
import java.time.Duration;
import jakarta.servlet.ServletInputStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.DelegatingServletInputStream;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import com.taskflow.platform.time.Deadline;

import static org.assertj.core.api.Assertions.assertThat;

class RequestBodyLimitFilterTests {

    private static final Duration FULL = Duration.ofMinutes(1);

    private final SlowClient client = new SlowClient();

    @AfterEach
    void forgetTheDeadline() {
        Deadline.clear();
    }

    /** What is left goes down by no more than the time beside the reading. */
    @ParameterizedTest
    @ValueSource(ints = {1, 8})
    void leavesTheTimeForABodyOutOfTheDeadline(int bytes) throws Exception {
        new RequestBodyLimitFilter().doFilter(request(), new MockHttpServletResponse(), (limited, _) -> {
            ServletInputStream body = limited.getInputStream();
            long begin = System.nanoTime();
            Deadline.set(FULL);
            int read = (bytes == 1) ? body.read() : body.read(new byte[bytes]);
            Duration lost = FULL.minus(Deadline.atMost(FULL));
            long elsewhere = System.nanoTime() - begin - this.client.nanos;

            assertThat(read).isPositive();
            assertThat(lost.toNanos()).isLessThanOrEqualTo(elsewhere);
        });
    }

    private MockHttpServletRequest request() {
        return new MockHttpServletRequest("POST", "/api/v1/tasks") {

            @Override
            public ServletInputStream getInputStream() {
                return new DelegatingServletInputStream(RequestBodyLimitFilterTests.this.client);
            }

        };
    }

    /** Sends a byte a millisecond. */
    private static final class SlowClient extends InputStream {

        private long nanos;

        @Override
        public int read() {
            long begin = System.nanoTime();
            while (System.nanoTime() - begin < 1_000_000) {
                Thread.onSpinWait();
            }
            this.nanos += System.nanoTime() - begin;
            return 'a';
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            buffer[offset] = (byte) read();
            return 1;
        }

    }

}
