package com.taskflow.testsupport;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/**
 * An integration test against the whole service over HTTP, on real PostgreSQL and Redis: inject a
 * {@code RestTestClient}, {@link MailCatcher} for what was sent, {@link StatementCounter} for what it cost. Classes that
 * add nothing to it share one application context and one database, so a test makes its own users and never counts all
 * rows. Limits by client address are off, since all tests have the same; those by session and user are on.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"management.server.port=0",
    "taskflow.keys.dir=target/test-keys", "db-scheduler.polling-interval=100ms", "taskflow.limits.login=off",
    "taskflow.limits.register=off",
    "taskflow.limits.forgot=off", "taskflow.limits.anonymous=off", "taskflow.web.drain=0s"})
@AutoConfigureRestTestClient
@Import({BackingServices.class, StatementCounter.class})
public @interface FullStackTest {
}
