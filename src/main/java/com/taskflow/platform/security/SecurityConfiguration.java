package com.taskflow.platform.security;

import java.util.List;
import jakarta.servlet.DispatcherType;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.session.DisableEncodeUrlFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import com.taskflow.platform.error.Problems;
import com.taskflow.platform.pages.Pages;
import com.taskflow.platform.ratelimit.RateLimitFilter;
import com.taskflow.platform.ratelimit.RateLimits;

/**
 * The filter chains of both ports: everything needs an access token except {@link PublicRoutes} and the browser client's
 * {@link Pages}, and on the management port nothing is open but health, info, metrics, flags and the list of dead letters,
 * and nothing can be changed without the operations token. What the framework brings for browser log-ins is off; security
 * headers are written before these chains, so that refusals have them too.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OperationsProperties.class)
class SecurityConfiguration implements WebMvcConfigurer {

    private final RateLimits limits;

    SecurityConfiguration(RateLimits limits) {
        this.limits = limits;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CurrentUserArgumentResolver());
    }

    @Bean
    @Order(1)
    SecurityFilterChain managementChain(HttpSecurity http, SecurityProblems refusals, OperationsProperties operations,
            Problems problems) {
        return stateless(http, refusals).securityMatcher(EndpointRequest.toAnyEndpoint())
                .authorizeHttpRequests((requests) -> requests
                        .requestMatchers(EndpointRequest.to("health", "info", "prometheus", "deadletters", "flags"))
                        .permitAll()
                        .anyRequest().denyAll())
                .addFilterBefore(new OperationsTokenFilter(operations, problems), AuthorizationFilter.class)
                .build();
    }

    /** Static files are the same for everybody; a request that is none of them never comes here. */
    @Bean
    @Order(2)
    SecurityFilterChain pagesChain(HttpSecurity http, SecurityProblems refusals, Pages pages, Problems problems) {
        return stateless(http, refusals).securityMatcher(pages::isRequested)
                .authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
                .addFilterBefore(new ProblemFilter(problems), DisableEncodeUrlFilter.class).build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain apiChain(HttpSecurity http, SecurityProblems refusals, Problems problems, Origins origins,
            AuthenticationManager accessTokens) {
        PublicRoutes publicRoutes = new PublicRoutes();
        BearerTokenAuthenticationFilter bearer = new BearerTokenAuthenticationFilter(accessTokens,
                new BearerTokens(publicRoutes));
        bearer.setAuthenticationEntryPoint((request, response, ex) -> {
            // This 401 ends the chain before the filter that counts everything else.
            this.limits.anonymous(request, response);
            refusals.commence(request, response, ex);
        });
        return stateless(http, refusals)
                .authorizeHttpRequests((requests) -> requests.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll()
                        .requestMatchers(publicRoutes).permitAll().anyRequest().authenticated())
                .addFilterBefore(new ProblemFilter(problems), DisableEncodeUrlFilter.class)
                .addFilter(new CrossOriginFilter(origins))
                // Not through oauth2ResourceServer(): that also serves /.well-known/oauth-protected-resource.
                .addFilter(bearer).addFilterAfter(new UserLogFilter(), BearerTokenAuthenticationFilter.class)
                .addFilterBefore(new RateLimitFilter(this.limits), AuthorizationFilter.class)
                .addFilterAfter(new SignedInFilter(), AuthorizationFilter.class)
                .build();
    }

    private static HttpSecurity stateless(HttpSecurity http, SecurityProblems refusals) {
        return http.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable).headers(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable).requestCache(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable).servletApi(AbstractHttpConfigurer::disable)
                .exceptionHandling((exceptions) -> exceptions.authenticationEntryPoint(refusals)
                        .accessDeniedHandler(refusals));
    }

    /** A request is observed as a whole; observing each filter wraps all of them. */
    @Bean
    static SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /**
     * Refuses addresses with two readings. Methods, headers and parameters pass: an unknown method is a 405 like any
     * other, and what this firewall throws while a handler reads a header would be a 500.
     */
    @Bean
    HttpFirewall httpFirewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setUnsafeAllowAnyHttpMethod(true);
        firewall.setAllowedHeaderNames((name) -> true);
        firewall.setAllowedHeaderValues((value) -> true);
        firewall.setAllowedParameterNames((name) -> true);
        firewall.setAllowedParameterValues((value) -> true);
        return firewall;
    }

}
