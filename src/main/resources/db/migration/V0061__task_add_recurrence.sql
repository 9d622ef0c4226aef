-- How a task comes again, null throughout when it does not. anchor_* is the due date that the series started from,
-- occurrence_date the current occurrence's place in the series, occurrence_number its number over the task's life and
-- occurrence_first the number that the series began with.
alter table task
    add column recurrence_rule   text,
    add column recurrence_from   text,
    add column anchor_date       date,
    add column anchor_time       time(0),
    add column anchor_zone       text,
    add column occurrence_date   date,
    add column occurrence_number integer,
    add column occurrence_first  integer,
    add constraint task_recurrence_rule_length check (char_length(recurrence_rule) <= 500),
    add constraint task_recurrence_from check (recurrence_from in ('schedule', 'completion')),
    add constraint task_recurrence_due check (recurrence_rule is null or due_date is not null),
    add constraint task_recurrence_whole check (num_nulls(recurrence_rule, recurrence_from, anchor_date, occurrence_date,
        occurrence_number, occurrence_first) in (0, 6));
