package com.taskflow.auth;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Binds this feature's settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({AuthProperties.class, LockoutProperties.class})
class AuthConfiguration {

}
