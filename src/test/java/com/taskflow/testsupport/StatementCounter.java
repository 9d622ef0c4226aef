package com.taskflow.testsupport;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import javax.sql.DataSource;

import com.github.kagkarlsson.scheduler.Scheduler;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestComponent;

/**
 * Notes every SQL statement that the service sends, so that a test can say what a request may cost. In every test it
 * refuses a request's statement on a user's rows that does not say whose: on a database sharded by user it would go to
 * all shards.
 */
@TestComponent
public class StatementCounter implements BeanPostProcessor, QueryExecutionListener {

    /** All tables keyed by user; sessions are found by their id, feeds by their secret, events belong to a purge. */
    private static final Pattern OWNED = Pattern.compile(
            "\\b(from|join|into|update|using)\\s+(task|task_change|task_occurrence|change_counter|label|reminder|saved_filter|"
                    + "idempotency_key|second_factor|data_import|data_import_\\w+)\\b",
            Pattern.CASE_INSENSITIVE);

    /** Where a row's owner counts: what is inserted, or a condition; not the columns that are read. */
    private static final Pattern SHARD_KEY = Pattern.compile("(\\binsert\\b|\\bwhere\\b|\\bjoin\\b).*\\buser_id\\b",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final List<String> statements = new CopyOnWriteArrayList<>();

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return (bean instanceof DataSource source)
                ? ProxyDataSourceBuilder.create(source).listener(this).build()
                : bean;
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        String thread = Thread.currentThread().getName();
        if (!thread.startsWith(Scheduler.THREAD_PREFIX) && !thread.equals("event-streams")) {
            queries.forEach((query) -> this.statements.add(query.getQuery()));
        }
        if (Thread.currentThread().isVirtual()) {
            queries.forEach((query) -> requireShardKey(query.getQuery()));
        }
    }

    private static void requireShardKey(String statement) {
        if (OWNED.matcher(statement).find() && !SHARD_KEY.matcher(statement).find()) {
            throw new AssertionError("Without user_id: " + statement);
        }
    }

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {}

    /** The statements that the work caused, whichever thread sent them, but for those of jobs and of the watch over streams. */
    public List<String> during(Runnable work) {
        this.statements.clear();
        work.run();
        return List.copyOf(this.statements);
    }

}
