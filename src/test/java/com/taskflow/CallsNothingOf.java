package com.taskflow;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** An ArchUnit condition: a method's own body calls no method of a type. */
final class CallsNothingOf extends ArchCondition<JavaMethod> {

    private final Class<?> type;

    private CallsNothingOf(Class<?> type) {
        super("call nothing of " + type.getSimpleName());
        this.type = type;
    }

    static CallsNothingOf type(Class<?> type) {
        return new CallsNothingOf(type);
    }

    @Override
    public void check(JavaMethod method, ConditionEvents events) {
        method.getMethodCallsFromSelf().stream().filter((call) -> call.getTargetOwner().isEquivalentTo(this.type))
                .forEach((call) -> events.add(SimpleConditionEvent.violated(call, call.getDescription())));
    }

}
