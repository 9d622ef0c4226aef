package com.taskflow.platform.error;

import java.util.Map;

import org.springframework.http.HttpStatusCode;

/** What is said of a status that the framework or the servlet container chose. */
record StatusProblem(String slug, String detail) {

    private static final String MALFORMED = "The request is malformed.";

    private static final StatusProblem OF_CLIENT = new StatusProblem("malformed-request", MALFORMED);

    private static final StatusProblem OF_SERVER = new StatusProblem("internal-error",
            "Something went wrong here; the request id finds it in the logs.");

    private static final Map<Integer, StatusProblem> KNOWN = Map.of(
            401, new StatusProblem("unauthenticated", MALFORMED),
            403, new StatusProblem("forbidden", MALFORMED),
            404, new StatusProblem("not-found", "There is nothing at this address."),
            405, new StatusProblem("method-not-allowed",
                    "This address does not take this method: see the Allow header."),
            406, new StatusProblem("not-acceptable",
                    "This address has no answer in a media type that Accept names."),
            413, new StatusProblem("payload-too-large", "The body is larger than this address takes."),
            415, new StatusProblem("unsupported-media-type",
                    "This address does not take a body of this media type or encoding."),
            503, new StatusProblem("unavailable", "The answer took too long: try again shortly."));

    static StatusProblem of(HttpStatusCode status) {
        return KNOWN.getOrDefault(status.value(), status.is5xxServerError() ? OF_SERVER : OF_CLIENT);
    }

}
