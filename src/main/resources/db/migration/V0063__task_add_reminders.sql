-- When to remind of a task: ISO 8601 durations before it is due, and instants, as the application spells them.
alter table task
    add column reminders text[] not null default '{}',
    add constraint task_reminders_count check (cardinality(reminders) <= 10);
