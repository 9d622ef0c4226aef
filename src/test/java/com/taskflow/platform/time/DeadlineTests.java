package com.taskflow.platform.time;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DeadlineTests {

    private static final Duration WAIT = Duration.ofSeconds(30);

    @AfterEach
    void clear() {
        Deadline.clear();
    }

    @Test
    void leavesAWaitAsItIsWithoutADeadline() {
        assertThat(Deadline.atMost(WAIT)).isEqualTo(WAIT);
        assertThat(Deadline.hasPassed()).isFalse();
    }

    @Test
    void leavesAWaitThatEndsBeforeIt() {
        Deadline.set(Duration.ofHours(1));

        assertThat(Deadline.atMost(WAIT)).isEqualTo(WAIT);
        assertThat(Deadline.hasPassed()).isFalse();
    }

    @Test
    void shortensAWaitThatWouldEndAfterIt() {
        Deadline.set(Duration.ofSeconds(20));

        assertThat(Deadline.atMost(WAIT)).isPositive().isLessThanOrEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void leavesNoTimeWhenItHasPassed() {
        Deadline.set(Duration.ZERO);

        assertThat(Deadline.atMost(WAIT)).isZero();
        assertThat(Deadline.hasPassed()).isTrue();
    }

    @Test
    void isPutOffByTheTimeThatIsTheClients() {
        Deadline.set(Duration.ZERO);

        Deadline.extend(Duration.ofHours(1).toNanos());

        assertThat(Deadline.hasPassed()).isFalse();
        assertThat(Deadline.atMost(WAIT)).isEqualTo(WAIT);
    }

    @Test
    void cannotBePutOffWhereThereIsNone() {
        Deadline.extend(-Duration.ofHours(1).toNanos());

        assertThat(Deadline.hasPassed()).isFalse();
    }

    @Test
    void isOfTheThreadThatSetIt() throws InterruptedException {
        Deadline.set(Duration.ZERO);
        Duration[] elsewhere = new Duration[1];

        Thread.ofVirtual().start(() -> elsewhere[0] = Deadline.atMost(WAIT)).join();

        assertThat(elsewhere[0]).isEqualTo(WAIT);
    }

}
