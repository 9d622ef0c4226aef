package com.taskflow.platform.web;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import jakarta.validation.Validator;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Registers what every handler may take as a parameter, and the strictness of parameters. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({WebProperties.class, SecurityTxtProperties.class})
class WebConfiguration implements WebMvcConfigurer {

    private final ObjectProvider<ConversionService> conversion;

    private final ObjectProvider<Validator> validator;

    WebConfiguration(@Qualifier("mvcConversionService") ObjectProvider<ConversionService> conversion,
            ObjectProvider<Validator> validator) {
        this.conversion = conversion;
        this.validator = validator;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new IfMatchArgumentResolver());
        resolvers.add(new QueryRecordArgumentResolver(this.conversion, this.validator));
    }

    @Override
    public void configureContentNegotiation(ContentNegotiationConfigurer configurer) {
        configurer.strategies(List.of(new AcceptHeaderStrategy()));
    }

    @Bean
    static WebMvcRegistrations literalPaths() {
        return new WebMvcRegistrations() {

            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new LiteralPathHandlerMapping();
            }

        };
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new StrictRequestInterceptor());
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        // Without this a label with a comma in it would be taken for two.
        registry.removeConvertible(String.class, Collection.class);
        registry.addConverterFactory(new WireNameConverterFactory());
        registry.addConverter(String.class, Integer.class, ExactValues::integer);
        registry.addConverter(String.class, UUID.class, ExactValues::uuid);
        registry.addConverter(String.class, LocalDate.class, ExactValues::date);
    }

    /** Reads enums by the names that JSON has for them. */
    @SuppressWarnings("rawtypes")
    private static final class WireNameConverterFactory implements ConverterFactory<String, Enum> {

        @Override
        @SuppressWarnings("unchecked")
        public <T extends Enum> Converter<String, T> getConverter(Class<T> targetType) {
            return (source) -> (T) WireName.parse(targetType, source);
        }

    }

}
