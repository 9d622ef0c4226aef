package com.taskflow.task;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

import org.jspecify.annotations.Nullable;

import com.taskflow.platform.web.WireName;

/** Columns hold enums by the names that JSON has for them. */
final class EnumColumns {

    private EnumColumns() {}

    @Converter(autoApply = true)
    static class StatusColumn implements AttributeConverter<TaskStatus, String> {

        @Override
        public String convertToDatabaseColumn(TaskStatus status) {
            return status.wireName();
        }

        @Override
        public TaskStatus convertToEntityAttribute(String column) {
            return WireName.parse(TaskStatus.class, column);
        }

    }

    @Converter(autoApply = true)
    static class RecurrenceFromColumn implements AttributeConverter<RecurrenceFrom, @Nullable String> {

        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable RecurrenceFrom from) {
            return (from != null) ? from.wireName() : null;
        }

        @Override
        public @Nullable RecurrenceFrom convertToEntityAttribute(@Nullable String column) {
            return (column != null) ? WireName.parse(RecurrenceFrom.class, column) : null;
        }

    }

    @Converter(autoApply = true)
    static class PriorityColumn implements AttributeConverter<TaskPriority, String> {

        @Override
        public String convertToDatabaseColumn(TaskPriority priority) {
            return priority.wireName();
        }

        @Override
        public TaskPriority convertToEntityAttribute(String column) {
            return WireName.parse(TaskPriority.class, column);
        }

    }

}
