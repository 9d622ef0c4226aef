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

/** A filter that can be understood and does not cost too much; the message says where it goes wrong. */
@Target({ElementType.FIELD, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = FilterText.Validator.class)
@interface FilterText {

    String message() default "is no filter";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Null is valid. */
    class Validator implements ConstraintValidator<FilterText, String> {

        private static final int LONGEST = 1000;

        @Override
        public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
            if (value == null) {
                return true;
            }
            try {
                if (value.codePointCount(0, value.length()) > LONGEST) {
                    throw new FilterException(LONGEST, "must have at most " + LONGEST + " characters");
                }
                FilterParser.parse(value);
                return true;
            } catch (FilterException ex) {
                context.disableDefaultConstraintViolation();
                context.buildConstraintViolationWithTemplate(String.valueOf(ex.getMessage())).addConstraintViolation();
                return false;
            }
        }

    }

}
