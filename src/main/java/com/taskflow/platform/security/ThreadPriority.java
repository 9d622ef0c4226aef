package com.taskflow.platform.security;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The operating system's priority of a thread. Java's own priorities do nothing on Linux without a flag of the JVM; nice(2)
 * acts there on one thread, and lowering needs no privilege. Elsewhere priorities stay as they are.
 */
final class ThreadPriority {

    private static final Logger log = LoggerFactory.getLogger(ThreadPriority.class);

    private ThreadPriority() {}

    /** @param steps of 19 at most: the more, the more this platform thread leaves to others; there is no way back */
    @SuppressWarnings("restricted")
    static void lower(int steps) {
        if (!"Linux".equals(System.getProperty("os.name"))) {
            return;
        }
        try {
            Linker linker = Linker.nativeLinker();
            int now = (int) linker.downcallHandle(linker.defaultLookup().findOrThrow("nice"),
                    FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT)).invokeExact(steps);
            log.debug("Priority lowered by {} to {}", steps, now);
        } catch (Throwable ex) {
            log.warn("Threads keep their usual priority", ex);
        }
    }

}
