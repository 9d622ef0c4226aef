package com.taskflow.platform.pages;

import java.io.IOException;
import java.util.List;
import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.util.StringUtils;
import org.springframework.web.servlet.resource.PathResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;

/**
 * Finds the file for an address of the browser client: {@code /login} is {@code login/index.html}, and what is no file
 * and has no dot is an address that the application itself knows, so that a reload there works.
 */
class PageResolver extends PathResourceResolver {

    private static final String INDEX = "index.html";

    private final Pages pages;

    PageResolver(Pages pages) {
        this.pages = pages;
    }

    @Override
    protected @Nullable Resource resolveResourceInternal(@Nullable HttpServletRequest request, String requestPath,
            List<? extends Resource> locations, ResourceResolverChain chain) {
        return (request != null && this.pages.isRequested(request))
                ? super.resolveResourceInternal(request, requestPath, locations, chain)
                : null;
    }

    @Override
    protected @Nullable Resource getResource(String resourcePath, Resource location) throws IOException {
        if (StringUtils.getFilename(resourcePath).contains(".")) {
            return super.getResource(resourcePath, location);
        }
        Resource page = super.getResource(resourcePath + "/" + INDEX, location);
        return (page != null) ? page : super.getResource(INDEX, location);
    }

}
