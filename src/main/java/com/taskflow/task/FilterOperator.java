package com.taskflow.task;

/** How a field is compared. */
enum FilterOperator {

    EQUAL("="), NOT_EQUAL("!="), LESS("<"), LESS_OR_EQUAL("<="), GREATER(">"), GREATER_OR_EQUAL(">=");

    private final String symbol;

    FilterOperator(String symbol) {
        this.symbol = symbol;
    }

    String symbol() {
        return this.symbol;
    }

    boolean isEquality() {
        return this == EQUAL || this == NOT_EQUAL;
    }

    static FilterOperator of(String symbol) {
        for (FilterOperator operator : values()) {
            if (operator.symbol.equals(symbol)) {
                return operator;
            }
        }
        throw new IllegalArgumentException("No such operator: " + symbol);
    }

}
