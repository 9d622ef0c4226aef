package com.taskflow.platform.openapi;

import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import org.springdoc.core.annotations.ParameterObject;
import org.springdoc.core.customizers.DelegatingMethodParameterCustomizer;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.extractor.MethodParameterPojoExtractor;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;

/**
 * The OpenAPI document, where it is switched on: what springdoc cannot read off a handler. It is committed as
 * {@code docs/api/openapi.json}, and clients are generated from that.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("springdoc.api-docs.enabled")
class OpenApiConfiguration {

    static final String BEARER = "bearer";

    private static final String DESCRIPTION = """
            Tasks of one's own: create, list, search, change. Everything but sign-up and sign-in needs an access token, \
            which lasts 15 minutes and is renewed by the refresh cookie. \
            Errors are RFC 9457 problems with a stable `type`; unknown fields and parameters are errors. \
            `docs/api/README.md` has the conventions.""";

    private static final String TIME_PATTERN = "^([01][0-9]|2[0-3]):[0-5][0-9]$";

    OpenApiConfiguration() {
        SpringDocUtils.getConfig().replaceWithSchema(LocalTime.class, new StringSchema().pattern(TIME_PATTERN));
        MethodParameterPojoExtractor.addSimpleTypePredicate(OpenApiConfiguration::isReadFromText);
    }

    /** Spring reads such a parameter by its type's own {@code valueOf(String)}: outside it is one text. */
    private static boolean isReadFromText(Class<?> type) {
        try {
            return type.isRecord() && type.getMethod("valueOf", String.class).getReturnType() == type;
        } catch (NoSuchMethodException ex) {
            return false;
        }
    }

    @Bean
    OpenAPI openApi() {
        Components components = new Components().addSecuritySchemes(BEARER,
                new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer").bearerFormat("JWT")
                        .description("The accessToken of a Session"));
        OpenApiHeaders.addTo(components);
        OpenApiProblems.addTo(components);
        return new OpenAPI().components(components)
                .info(new Info().title("TaskFlow").version("1.0").description(DESCRIPTION)
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .servers(List.of(new Server().url("/"))).security(List.of(new SecurityRequirement().addList(BEARER)));
    }

    @Bean
    OpenApiSchemas openApiSchemas() {
        return new OpenApiSchemas();
    }

    @Bean
    GlobalOperationCustomizer openApiOperations() {
        return new OpenApiOperations();
    }

    /** What is no part of a request's query (the signed-in user, a precondition) is not taken apart into parameters. */
    @Bean
    DelegatingMethodParameterCustomizer queryParametersOnly() {
        return new DelegatingMethodParameterCustomizer() {

            @Override
            public void customize(MethodParameter original, MethodParameter exploded) {
                // Each parameter is right as it is: what matters is which of them there are.
            }

            @Override
            public void customizeList(MethodParameter parameter, List<MethodParameter> exploded) {
                if (!parameter.hasParameterAnnotation(ParameterObject.class)) {
                    exploded.clear();
                }
            }

        };
    }

    @Bean
    GlobalOpenApiCustomizer openApiDirections(OpenApiSchemas schemas) {
        return (api) -> {
            new OpenApiDirections(schemas).customise(api);
            api.getTags().sort(Comparator.comparing(Tag::getName));
        };
    }

}
