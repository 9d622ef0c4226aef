package com.taskflow.platform.error;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.apache.catalina.connector.ClientAbortException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.hibernate.TransactionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.orm.jpa.JpaSystemException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns every exception of a handler, and the framework's own, into a problem. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> refused(ProblemException ex, WebRequest request) {
        return answer(ex, request);
    }

    @ExceptionHandler({DataAccessResourceFailureException.class, CannotCreateTransactionException.class,
        TransientDataAccessException.class, TransactionSystemException.class})
    @Nullable
    ResponseEntity<Object> databaseUnavailable(Exception ex, WebRequest request) {
        log.warn("The database did not answer: {}", String.valueOf(ex.getMessage()));
        return answer(UnavailableException.dependency(), request);
    }

    /** When the connection is gone, rolling back fails as well, and hides the failure it was for. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> rollbackFailed(JpaSystemException ex, WebRequest request) {
        if (ex.getCause() instanceof TransactionException) {
            return databaseUnavailable(ex, request);
        }
        return unexpected(ex, request);
    }

    @ExceptionHandler
    void clientGone(ClientAbortException ex) {
        log.debug("The client went away", ex);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> unexpected(Exception ex, WebRequest request) {
        log.error("Unexpected failure", ex);
        return handleExceptionInternal(ex, null, new HttpHeaders(), HttpStatus.INTERNAL_SERVER_ERROR, request);
    }

    /** A body that is announced as too long; one that turns out to be is unreadable. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> tooLarge(PayloadTooLargeException ex, WebRequest request) {
        return handleExceptionInternal(ex, null, new HttpHeaders(), HttpStatus.CONTENT_TOO_LARGE, request);
    }

    /** A query string whose percent-encoding is broken. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> undecodable(InvalidParameterException ex, WebRequest request) {
        return answer(InvalidException.of("malformed-request", "The query string cannot be decoded."), request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> wrongType(MethodArgumentTypeMismatchException ex, WebRequest request) {
        return answer(
                InvalidException.field(ex.getName(), "invalid", "has a value that is not one of this parameter's"),
                request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(HttpMessageNotReadableException ex,
            HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (isTooLarge(((ServletWebRequest) request).getRequest())) {
            return handleExceptionInternal(ex, null, headers, HttpStatus.CONTENT_TOO_LARGE, request);
        }
        return answer(UnreadableBody.problem(ex.getCause()), request);
    }

    /** Whether the body goes on beyond its limit behind what could not be read: its length comes before its content. */
    private static boolean isTooLarge(HttpServletRequest request) {
        try {
            request.getInputStream().transferTo(OutputStream.nullOutputStream());
            return false;
        } catch (PayloadTooLargeException ex) {
            return true;
        } catch (IOException ex) {
            log.debug("The rest of a body cannot be read", ex);
            return false;
        }
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(MethodArgumentNotValidException ex,
            HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(InvalidException.fields(errors(ex.getBindingResult())), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException ex, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<FieldError> errors = new ArrayList<>();
        for (ParameterValidationResult result : ex.getParameterValidationResults()) {
            String name = String.valueOf(result.getMethodParameter().getParameterName());
            for (MessageSourceResolvable error : result.getResolvableErrors()) {
                errors.add(ViolationCodes.error(name, error.getCodes(), error.getDefaultMessage()));
            }
        }
        return answer(InvalidException.fields(errors), request);
    }

    /** What can be read can be asked for without its body. */
    @Override
    protected @Nullable ResponseEntity<Object> handleHttpRequestMethodNotSupported(
            HttpRequestMethodNotSupportedException ex, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        Set<HttpMethod> allowed = new LinkedHashSet<>(headers.getAllow());
        if (allowed.contains(HttpMethod.GET)) {
            allowed.add(HttpMethod.HEAD);
        }
        headers.setAllow(allowed);
        return handleExceptionInternal(ex, null, headers, status, request);
    }

    private static List<FieldError> errors(BindingResult result) {
        return result.getFieldErrors().stream()
                .map((error) -> ViolationCodes.error(error.getField(), error.getCodes(), error.getDefaultMessage()))
                .toList();
    }

    private @Nullable ResponseEntity<Object> answer(ProblemException ex, WebRequest request) {
        HttpServletRequest http = ((ServletWebRequest) request).getRequest();
        HttpServletResponse response = Objects.requireNonNull(((ServletWebRequest) request).getResponse());
        return handleExceptionInternal(ex, Problems.body(http, response, ex), ex.headers(), ex.status(), request);
    }

    @Override
    protected ResponseEntity<Object> createResponseEntity(@Nullable Object body, HttpHeaders headers,
            HttpStatusCode status, WebRequest request) {
        HttpHeaders all = new HttpHeaders(headers);
        all.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return super.createResponseEntity(body, all, status, request);
    }

    /** The framework's own problems keep its status and headers, and get our type and words. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(Exception ex, @Nullable Object body,
            HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (ex instanceof ProblemException) {
            return super.handleExceptionInternal(ex, body, headers, status, request);
        }
        HttpServletRequest http = ((ServletWebRequest) request).getRequest();
        HttpServletResponse response = Objects.requireNonNull(((ServletWebRequest) request).getResponse());
        StatusProblem problem = StatusProblem.of(status);
        return super.handleExceptionInternal(ex,
                Problems.body(http, response, status, problem.slug(), problem.detail(), List.of()), headers, status,
                request);
    }

}
