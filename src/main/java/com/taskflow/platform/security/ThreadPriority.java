package com.taskflow.platform.security;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The operating system's priority of a thread. Java's own priorities do nothing on Linux without a flag of the JVM;
 * setpriority(2) acts there on one thread, and lowering needs no privilege. Elsewhere priorities stay as they are.
 */
final class ThreadPriority {

    private static final Logger log = LoggerFactory.getLogger(ThreadPriority.class);

    private static final int OF_A_PROCESS = 0;

    private static final int CALLING_THREAD = 0;

    private ThreadPriority() {}

    /** @param nice from 1 to 19: the higher, the more this platform thread leaves to others; there is no way back */
    @SuppressWarnings("restricted")
    static void lower(int nice) {
        if (!"Linux".equals(System.getProperty("os.name"))) {
            return;
        }
        try {
            Linker linker = Linker.nativeLinker();
            int failed = (int) linker.downcallHandle(linker.defaultLookup().findOrThrow("setpriority"),
                    FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT,
                            ValueLayout.JAVA_INT))
                    .invokeExact(OF_A_PROCESS, CALLING_THREAD, nice);
            log.debug("Priority lowered to {}: {}", nice, failed == 0);
        } catch (Throwable ex) {
            log.warn("Threads keep their usual priority", ex);
        }
    }

}
