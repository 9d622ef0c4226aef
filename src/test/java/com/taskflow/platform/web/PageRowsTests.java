package com.taskflow.platform.web;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PageRowsTests {

    @Test
    void leavesOutRowThatShowsNextPage() {
        PageRows<String> page = PageRows.of(List.of("a", "b", "c"), 2);

        assertThat(page.rows()).containsExactly("a", "b");
        assertThat(page.nextCursor((last) -> "after " + last)).isEqualTo("after b");
    }

    @Test
    void hasNoCursorOnLastPage() {
        PageRows<String> page = PageRows.of(List.of("a", "b"), 2);

        assertThat(page.rows()).containsExactly("a", "b");
        assertThat(page.nextCursor((last) -> "after " + last)).isNull();
    }

    @Test
    void hasNoCursorWhenEmpty() {
        assertThat(PageRows.of(List.<String>of(), 2).nextCursor((last) -> "after " + last)).isNull();
    }

}
