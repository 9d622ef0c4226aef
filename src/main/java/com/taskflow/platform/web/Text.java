package com.taskflow.platform.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

import org.jspecify.annotations.Nullable;

/** Text of a length counted in Unicode code points; with {@link #visible()} at least one of them can be seen. */
@Target({ElementType.FIELD, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Text.Validator.class)
public @interface Text {

    int min() default 0;

    int max();

    boolean visible() default false;

    String message() default "must have {min} to {max} characters";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Null is valid: whether a text may be missing is for {@code @NotNull} to say. */
    class Validator implements ConstraintValidator<Text, CharSequence> {

        /** What shows nothing though Unicode counts it as a letter, mark or symbol: joiners, fillers, the Braille blank. */
        private static final int[] BLANK = {0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0};

        private int min;

        private int max;

        private boolean visible;

        @Override
        public void initialize(Text text) {
            this.min = text.min();
            this.max = text.max();
            this.visible = text.visible();
        }

        @Override
        public boolean isValid(@Nullable CharSequence value, ConstraintValidatorContext context) {
            if (value == null) {
                return true;
            }
            long length = value.codePoints().count();
            if (length < this.min || length > this.max) {
                return false;
            }
            if (this.visible && value.codePoints().noneMatch(Validator::isVisible)) {
                context.disableDefaultConstraintViolation();
                context.buildConstraintViolationWithTemplate("must have a visible character").addConstraintViolation();
                return false;
            }
            return true;
        }

        private static boolean isVariationSelector(int codePoint) {
            return (codePoint >= 0x180B && codePoint <= 0x180F) || (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
                    || (codePoint >= 0xE0000 && codePoint <= 0xE0FFF);
        }

        private static boolean isVisible(int codePoint) {
            return switch (Character.getType(codePoint)) {
                case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
                        Character.CONTROL, Character.FORMAT ->
                    false;
                default -> Arrays.binarySearch(BLANK, codePoint) < 0 && !isVariationSelector(codePoint);
            };
        }

    }

}
