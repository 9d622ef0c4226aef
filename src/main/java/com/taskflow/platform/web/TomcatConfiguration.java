package com.taskflow.platform.web;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Collectors;

import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.taskflow.platform.error.Problems;

/**
 * Teaches the servlet container whom to believe the client's address and scheme, and to word its own errors as the rest
 * of the service does.
 */
@Configuration(proxyBeanMethods = false)
class TomcatConfiguration {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> containerCustomizer(WebProperties web,
            Problems problems) {
        return (factory) -> {
            if (!web.trustedProxies().isEmpty()) {
                factory.addEngineValves(forwardedHeaders(web.trustedProxies()));
            }
            factory.addContextCustomizers((context) -> ProblemReportValve.install(context, problems));
            // By default half of that is written at a time.
            factory.addConnectorCustomizers((connector) -> connector.setProperty("socket.appWriteBufSize",
                    String.valueOf(WholeAnswerFilter.BUFFER_SIZE)));
        };
    }

    /** Believes X-Forwarded-For and X-Forwarded-Proto from these proxies, and what anyone else sends not at all. */
    static RemoteIpValve forwardedHeaders(List<String> proxies) {
        RemoteIpValve valve = new RemoteIpValve();
        valve.setRemoteIpHeader("X-Forwarded-For");
        valve.setProtocolHeader("X-Forwarded-Proto");
        try {
            valve.setInternalProxies(proxies.stream().map(TomcatConfiguration::range).collect(Collectors.joining(",")));
        } catch (IllegalArgumentException ex) {
            throw new IllegalArgumentException(
                    "taskflow.web.trusted-proxies must be addresses or CIDR ranges, for example 10.0.0.0/8: " + proxies,
                    ex);
        }
        return valve;
    }

    /**
     * A single address as a range of one: without a slash the container would take it for a regular expression. A name
     * is no address; the container would look it up.
     */
    private static String range(String proxy) {
        String stripped = proxy.strip();
        int slash = stripped.indexOf('/');
        InetAddress address = InetAddress.ofLiteral((slash < 0) ? stripped : stripped.substring(0, slash));
        return (slash < 0) ? stripped + "/" + address.getAddress().length * Byte.SIZE : stripped;
    }

}
