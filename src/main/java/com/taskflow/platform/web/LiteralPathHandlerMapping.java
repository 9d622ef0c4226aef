package com.taskflow.platform.web;

import java.util.Set;
import java.util.stream.Collectors;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Lets an address that some handler names in full be that handler's alone: {@code DELETE /tasks/batch} is a method that
 * {@code /tasks/batch} does not take, and no task whose id is "batch".
 */
class LiteralPathHandlerMapping extends RequestMappingHandlerMapping {

    private Set<String> literals = Set.of();

    @Override
    protected void initHandlerMethods() {
        super.initHandlerMethods();
        this.literals = getHandlerMethods().keySet().stream().flatMap((info) -> info.getDirectPaths().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(RequestMappingInfo info, HttpServletRequest request) {
        RequestMappingInfo match = super.getMatchingMapping(info, request);
        return (match != null && isForeign(info, ServletRequestPathUtils.getCachedPathValue(request))) ? null : match;
    }

    @Override
    protected @Nullable HandlerMethod handleNoMatch(Set<RequestMappingInfo> infos, String path,
            HttpServletRequest request) throws ServletException {
        return super.handleNoMatch(
                infos.stream().filter((info) -> !isForeign(info, path)).collect(Collectors.toSet()), path, request);
    }

    private boolean isForeign(RequestMappingInfo info, String path) {
        return info.getDirectPaths().isEmpty() && this.literals.contains(path);
    }

}
