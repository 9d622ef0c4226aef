package com.taskflow.platform.persistence;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.taskflow.platform.redis.BatchedReads;

/** What a replica needs; without {@code taskflow.replica.url} there is none of it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReplicaProperties.class)
class ReplicaConfiguration {

    @Bean
    @ConditionalOnProperty("taskflow.replica.url")
    Replica replica(ReplicaProperties properties, JdbcConnectionDetails primary, MeterRegistry metrics) {
        return new Replica(properties, primary, metrics);
    }

    @Bean
    @ConditionalOnProperty("taskflow.replica.url")
    ReplicaWatch replicaWatch(Replica replica, JdbcClient primary, ReplicaProperties properties,
            MeterRegistry metrics) {
        return new ReplicaWatch(replica, primary, properties.longestLag(), metrics);
    }

    @Bean
    @ConditionalOnProperty("taskflow.replica.url")
    LastWrites lastWrites(StringRedisTemplate redis, BatchedReads reads, LettuceConnectionFactory connections) {
        return new LastWrites(redis, reads, connections);
    }

}
