package com.taskflow.platform.observability;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What is read out of a query. */
class ExpressionTests {

    private static final Expression RATIO = new Expression(
            "1 - sum by (le, uri) (rate(a_bucket{job=\"taskflow\",uri=~\"/x|b_total\",le=\"0.2\"}[$__rate_interval]))"
                    + " / on () sum(rate(a_count[5m])) > 14.4 * 0.001 and taskflow:slow:ratio1h");

    @Test
    void namesMetricsAndNoFunctionsLabelsValuesOrOperators() {
        assertThat(RATIO.metrics()).containsExactlyInAnyOrder("a_bucket", "a_count", "taskflow:slow:ratio1h");
    }

    @Test
    void namesTheLabelsOfASelector() {
        assertThat(RATIO.selectorsOf("a_bucket")).containsExactlyInAnyOrder("job", "uri", "le");
        assertThat(RATIO.selectorsOf("a_count")).isEmpty();
    }

    @Test
    void namesTheLabelsThatAreGroupedBy() {
        assertThat(RATIO.groupings()).containsExactly("le", "uri");
    }

}
