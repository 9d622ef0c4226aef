package com.taskflow.platform.security;

import java.io.IOException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

import com.taskflow.platform.error.ProblemException;
import com.taskflow.platform.error.Problems;
import com.taskflow.platform.error.UnavailableException;

/**
 * Answers what the filters behind it throw: a problem as it is, a failing database as 503. What a handler throws never
 * comes this far.
 */
class ProblemFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(ProblemFilter.class);

    private final Problems problems;

    ProblemFilter(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ProblemException ex) {
            answer(request, response, ex, ex);
        } catch (DataAccessException | TransactionException ex) {
            log.warn("The database did not answer: {}", String.valueOf(ex.getMessage()));
            answer(request, response, UnavailableException.dependency(), ex);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, ProblemException problem,
            RuntimeException cause) throws IOException {
        if (response.isCommitted()) {
            throw cause;
        }
        this.problems.write(request, response, problem);
    }

}
