package com.taskflow.platform.web;

import java.util.List;
import java.util.Map;

import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.context.request.NativeWebRequest;

/**
 * Reads {@code Accept} without the parameters of its types, of which no answer has any that could be chosen (a
 * {@code charset} would be written into the answer, which is UTF-8 whatever is asked for), and without what is refused
 * by {@code q=0}.
 */
class AcceptHeaderStrategy extends HeaderContentNegotiationStrategy {

    private static final String QUALITY = "q";

    @Override
    public List<MediaType> resolveMediaTypes(NativeWebRequest request) throws HttpMediaTypeNotAcceptableException {
        List<MediaType> given = super.resolveMediaTypes(request);
        List<MediaType> accepted = given.stream().filter((type) -> type.getQualityValue() > 0)
                .map(AcceptHeaderStrategy::bare).toList();
        if (accepted.isEmpty()) {
            throw new HttpMediaTypeNotAcceptableException("Every media type is refused");
        }
        return accepted;
    }

    private static MediaType bare(MediaType type) {
        String quality = type.getParameter(QUALITY);
        return new MediaType(type.getType(), type.getSubtype(),
                (quality != null) ? Map.of(QUALITY, quality) : Map.of());
    }

}
