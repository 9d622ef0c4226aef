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

/** A recurrence rule of the profile; the message names the part that is not. */
@Target({ElementType.FIELD, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = RecurrenceText.Validator.class)
@interface RecurrenceText {

    String message() default "is no recurrence rule";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Null is valid. */
    class Validator implements ConstraintValidator<RecurrenceText, String> {

        private static final int LONGEST = 500;

        @Override
        public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
            if (value == null) {
                return true;
            }
            try {
                if (value.length() > LONGEST) {
                    throw new RecurrenceRuleException("must have at most " + LONGEST + " characters");
                }
                RecurrenceRule.parse(value);
                return true;
            } catch (RecurrenceRuleException ex) {
                context.disableDefaultConstraintViolation();
                context.buildConstraintViolationWithTemplate(String.valueOf(ex.getMessage())).addConstraintViolation();
                return false;
            }
        }

    }

}
