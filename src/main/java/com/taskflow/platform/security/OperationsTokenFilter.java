package com.taskflow.platform.security;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

import com.taskflow.platform.error.ForbiddenException;
import com.taskflow.platform.error.ProblemException;
import com.taskflow.platform.error.Problems;
import com.taskflow.platform.error.UnauthenticatedException;

/** Lets requests that change something onto the management port only with the operations token. */
class OperationsTokenFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(OperationsTokenFilter.class);

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private static final int SHORTEST_TOKEN = 32;

    private final @Nullable Path tokenFile;

    private final Problems problems;

    OperationsTokenFilter(OperationsProperties properties, Problems problems) {
        this.tokenFile = properties.tokenFile();
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return READING.contains(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<ProblemException> refusal = refusal(BearerTokens.of(request).orElse(""));
        if (refusal.isPresent()) {
            this.problems.write(request, response, refusal.get());
        } else {
            chain.doFilter(request, response);
        }
    }

    private Optional<ProblemException> refusal(String presented) {
        Optional<String> token = readToken();
        if (token.isEmpty()) {
            return Optional.of(ForbiddenException.of("operations-disabled",
                    "Nothing can be changed here: set taskflow.operations.token-file to a file with a token of at least "
                            + SHORTEST_TOKEN + " characters."));
        }
        if (!MessageDigest.isEqual(bytes(presented), bytes(token.get()))) {
            return Optional.of(UnauthenticatedException.of("unauthenticated", "This needs the operations token."));
        }
        return Optional.empty();
    }

    private Optional<String> readToken() {
        if (this.tokenFile == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(this.tokenFile).strip())
                    .filter((token) -> token.length() >= SHORTEST_TOKEN);
        } catch (IOException ex) {
            log.error("taskflow.operations.token-file cannot be read", ex);
            return Optional.empty();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

}
