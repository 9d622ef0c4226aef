package com.taskflow.task;

import java.util.List;
import java.util.stream.Stream;

/**
 * A filter, understood. Every condition is true or false, never unknown: whatever is asked of an absent value is false,
 * but {@code is null}; {@code not} is the complement, and {@code a != b} is {@code not a = b}.
 */
sealed interface FilterExpression {

    /** All of them hold. */
    record And(List<FilterExpression> parts) implements FilterExpression {

    }

    /** Any of them holds. */
    record Or(List<FilterExpression> parts) implements FilterExpression {

    }

    /** It does not hold. */
    record Not(FilterExpression negated) implements FilterExpression {

    }

    /**
     * A field against a value.
     *
     * @param value of the type that the field's kind takes: {@link TaskStatus}, {@link TaskPriority}, {@link String},
     * {@link FilterTime} or {@link java.util.UUID}
     */
    record Comparison(FilterField field, FilterOperator operator, Object value) implements FilterExpression {

    }

    /** The text is in the field, in whichever case. */
    record Contains(FilterField field, String text) implements FilterExpression {

    }

    /** The field has no value; of labels, there are none. */
    record IsNull(FilterField field) implements FilterExpression {

    }

    /** The task has any of these labels, or all of them. */
    record HasLabels(boolean all, List<String> labels) implements FilterExpression {

    }

    /** The times that are in it. */
    default Stream<FilterTime> times() {
        return switch (this) {
            case And and -> and.parts().stream().flatMap(FilterExpression::times);
            case Or or -> or.parts().stream().flatMap(FilterExpression::times);
            case Not not -> not.negated().times();
            case Comparison comparison -> (comparison.value() instanceof FilterTime time)
                    ? Stream.of(time)
                    : Stream.empty();
            case Contains _,IsNull _,HasLabels _ -> Stream.empty();
        };
    }

}
