package com.taskflow.task;

/** How much a task may hold, as the constraints of its table have it; lengths are counted in code points. */
public final class TaskLimits {

    /** Of a label's name: a task may name one that there is not yet. */
    public static final int LONGEST_LABEL = 50;

    static final int LONGEST_TITLE = 500;

    static final int LONGEST_DESCRIPTION = 20_000;

    static final int LONGEST_RANK = 255;

    static final int MOST_LABELS = 50;

    static final int MOST_REMINDERS = 10;

    private TaskLimits() {}

}
