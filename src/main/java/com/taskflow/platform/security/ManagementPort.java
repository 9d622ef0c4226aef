package com.taskflow.platform.security;

import jakarta.servlet.Filter;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

import com.taskflow.platform.error.Problems;
import com.taskflow.platform.web.ProblemReportValve;
import com.taskflow.platform.web.RequestIdFilter;
import com.taskflow.platform.web.ResponseHeadersFilter;

/**
 * Makes the management port answer as the main one does, with a request id, the security headers and problems: it is a
 * server of its own, which knows nothing of the main one's filters. Named in {@code ManagementContextConfiguration.imports},
 * and no {@code @Configuration}, since the main context would pick that up as well.
 */
class ManagementPort {

    @Bean
    FilterRegistrationBean<RequestIdFilter> managementRequestIds(RequestIdFilter filter) {
        return register(filter, 0);
    }

    @Bean
    FilterRegistrationBean<ResponseHeadersFilter> managementHeaders(ResponseHeadersFilter filter) {
        return register(filter, 1);
    }

    private static <T extends Filter> FilterRegistrationBean<T> register(T filter, int place) {
        FilterRegistrationBean<T> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + place);
        return registration;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> managementProblems(Problems problems) {
        return (factory) -> factory
                .addContextCustomizers((context) -> ProblemReportValve.install(context, problems));
    }

}
