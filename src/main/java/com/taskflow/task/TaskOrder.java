package com.taskflow.task;

import java.util.Arrays;

/** The order of a list: {@code sort=title} ascending, {@code sort=-title} descending. */
record TaskOrder(TaskSort sort, boolean descending) {

    static final TaskOrder DEFAULT = new TaskOrder(TaskSort.CREATED_AT, true);

    /**
     * Reads the query parameter; Spring finds it by its name.
     * @throws IllegalArgumentException when there is no such order
     */
    public static TaskOrder valueOf(String text) {
        boolean descending = text.startsWith("-");
        String name = descending ? text.substring(1) : text;
        TaskSort sort = Arrays.stream(TaskSort.values()).filter((candidate) -> candidate.wireName().equals(name))
                .findFirst().orElseThrow(() -> new IllegalArgumentException("No such order: " + text));
        if (sort == TaskSort.RANK && descending) {
            throw new IllegalArgumentException("Rank is ascending only");
        }
        return new TaskOrder(sort, descending);
    }

    String expression() {
        return this.sort.expression(this.descending);
    }

    String direction() {
        return this.descending ? "desc" : "asc";
    }

    @Override
    public String toString() {
        return (this.descending ? "-" : "") + this.sort.wireName();
    }

}
