package com.taskflow.platform.web;

import java.io.IOException;
import jakarta.servlet.ServletException;

import org.apache.catalina.Context;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.tomcat.util.buf.MessageBytes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;

import com.taskflow.platform.error.Problems;
import com.taskflow.platform.error.UnauthenticatedException;

/** Answers what the servlet container refuses before any filter sees it, such as a malformed request line. */
public class ProblemReportValve extends ErrorReportValve {

    private static final Logger log = LoggerFactory.getLogger(ProblemReportValve.class);

    private final Problems problems;

    ProblemReportValve(Problems problems) {
        this.problems = problems;
    }

    /** Makes it the one that words the errors of the web server that this context is of. */
    public static void install(Context context, Problems problems) {
        StandardHost host = (StandardHost) context.getParent();
        host.getPipeline().addValve(new ProblemReportValve(problems));
        host.setErrorReportValveClass(ProblemReportValve.class.getName());
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (response.isError()) {
            ResponseHeadersFilter.write(request, response);
            response.setHeader(RequestIdFilter.HEADER, RequestIdFilter.idFor(request));
        }
        super.invoke(request, response);
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable throwable) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            if (hadUnreadableToken(request)) {
                this.problems.write(request, response, UnauthenticatedException.nobody());
            } else {
                this.problems.write(request, response, HttpStatusCode.valueOf(status(response)));
            }
            response.finishResponse();
        } catch (IOException ex) {
            log.debug("The client went away", ex);
        }
    }

    /** It began, and there was no room for its end: a token like any other that nobody has issued. */
    private static boolean hadUnreadableToken(Request request) {
        MessageBytes token = request.getCoyoteRequest().getMimeHeaders().getValue(HttpHeaders.AUTHORIZATION);
        return token != null && token.isNull();
    }

    /** A protocol version or transfer coding that nobody has heard of (505, 501) is the client's mistake, not ours. */
    private static int status(Response response) {
        return switch (response.getStatus()) {
            case 501, 505 -> 400;
            default -> response.getStatus();
        };
    }

}
