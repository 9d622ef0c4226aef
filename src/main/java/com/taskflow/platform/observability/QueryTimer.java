package com.taskflow.platform.observability;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/**
 * Times every SQL statement that goes through a connection pool of the requests, as {@code taskflow.jdbc.query} by
 * {@code pool}, {@code operation} (the statement's first word) and {@code outcome}. Other than the pool's own times it
 * tells a slow database from a slow caller. The jobs' pool is not among the beans, and jobs are timed as a whole.
 */
@Component
@ConditionalOnProperty(name = "taskflow.observability.query-timer", matchIfMissing = true)
@EnableConfigurationProperties(ObservabilityProperties.class)
class QueryTimer implements BeanPostProcessor, Ordered {

    private final ObjectProvider<MeterRegistry> registry;

    /** @param registry asked for with the first statement: pools are made before it */
    QueryTimer(ObjectProvider<MeterRegistry> registry) {
        this.registry = registry;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return (bean instanceof HikariDataSource pool)
                ? ProxyDataSourceBuilder.create(pool).listener(new Stopwatch(pool)).build()
                : bean;
    }

    /** Before others wrap the pool, and it cannot be told any more that it is one. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    /** Times the statements of one pool. */
    private final class Stopwatch implements QueryExecutionListener {

        private static final String START = "start";

        private static final Set<String> OPERATIONS = Set.of("select", "with", "insert", "update", "delete");

        private final HikariDataSource pool;

        /** Looking a timer up in the registry costs more than a short statement's own share. */
        private final ConcurrentMap<Outcome, Timer> timers = new ConcurrentHashMap<>();

        private Stopwatch(HikariDataSource pool) {
            this.pool = pool;
        }

        @Override
        public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
            execution.addCustomValue(START, System.nanoTime());
        }

        @Override
        public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
            long duration = System.nanoTime() - execution.getCustomValue(START, Long.class);
            Outcome outcome = new Outcome(queries.isEmpty() ? "other" : operation(queries.getFirst().getQuery()),
                    execution.isSuccess());
            this.timers.computeIfAbsent(outcome, this::timer).record(duration, TimeUnit.NANOSECONDS);
        }

        private Timer timer(Outcome outcome) {
            return Timer.builder("taskflow.jdbc.query").description("SQL statements, from sending to the first answer")
                    .tag("pool", this.pool.getPoolName()).tag("operation", outcome.operation())
                    .tag("outcome", outcome.success() ? "success" : "error")
                    .register(QueryTimer.this.registry.getObject());
        }

        private static String operation(String statement) {
            String text = statement.stripLeading();
            int end = text.indexOf(' ');
            String word = text.substring(0, Math.max(end, 0)).toLowerCase(Locale.ROOT);
            return OPERATIONS.contains(word) ? word : "other";
        }

    }

    private record Outcome(String operation, boolean success) {

    }

}
