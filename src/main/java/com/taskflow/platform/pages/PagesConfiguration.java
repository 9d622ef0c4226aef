package com.taskflow.platform.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.util.DigestUtils;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistration;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.EncodedResourceResolver;

/**
 * Serves the {@link Pages}, compressed by their build. What lies under {@code /assets} has a hash in its name and is kept
 * for ever; all else is asked for again each time and tagged by its content, since the times of files in a jar are those
 * of a reproducible build and do not change with them.
 */
@Configuration(proxyBeanMethods = false)
class PagesConfiguration implements WebMvcConfigurer {

    private final Pages pages;

    PagesConfiguration(Pages pages) {
        this.pages = pages;
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        if (this.pages.arePresent()) {
            serve(registry.addResourceHandler("/assets/**").addResourceLocations(this.pages.folder() + "assets/"),
                    CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
            serve(registry.addResourceHandler("/**").addResourceLocations(this.pages.folder()),
                    CacheControl.noCache());
        }
    }

    /** The handler of files refuses an empty path. */
    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        if (this.pages.arePresent()) {
            registry.addViewController("/").setViewName("forward:/index.html");
        }
    }

    private void serve(ResourceHandlerRegistration files, CacheControl caching) {
        files.setCacheControl(caching).setUseLastModified(false).setEtagGenerator(PagesConfiguration::digest)
                .resourceChain(true).addResolver(new EncodedResourceResolver())
                .addResolver(new PageResolver(this.pages));
    }

    private static String digest(Resource file) {
        try (InputStream content = file.getInputStream()) {
            return "\"" + DigestUtils.md5DigestAsHex(content) + "\"";
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new PagePolicy(this.pages));
    }

    /** Loosens the policy that the API's answers have, as far as a page without inline script and style needs it. */
    private static final class PagePolicy implements HandlerInterceptor {

        private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
                + "img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; "
                + "form-action 'self'; frame-ancestors 'none'";

        private final Pages pages;

        private PagePolicy(Pages pages) {
            this.pages = pages;
        }

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            if (this.pages.isRequested(request)) {
                response.setHeader("Content-Security-Policy", POLICY);
            }
            return true;
        }

    }

}
