package com.taskflow.task;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

import org.jspecify.annotations.Nullable;

/** An order of lists as {@code sort} spells it. */
@Target({ElementType.FIELD, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = TaskOrderName.Validator.class)
@interface TaskOrderName {

    String message() default "is no order of lists: take one that sort takes, like due or -createdAt";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Null is valid. */
    class Validator implements ConstraintValidator<TaskOrderName, String> {

        @Override
        public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
            try {
                return value == null || TaskOrder.valueOf(value).toString().equals(value);
            } catch (IllegalArgumentException ex) {
                return false;
            }
        }

    }

}
