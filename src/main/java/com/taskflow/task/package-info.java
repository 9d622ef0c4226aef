/**
 * Tasks. Every write is a {@code TaskOperation}: it takes a number of the {@code ChangeCounter} and ends in the
 * {@code ChangeLog}, which {@code Changes…}, {@code Event…}, {@code History…} and {@code Operation…} (undo) read. By the
 * beginnings of their names: {@code TaskList…} lists and search, {@code Filter…} and {@code SavedFilter…} conditions,
 * {@code Trash…}, {@code Batch…}, {@code Position…} and {@code Rank} the order by hand, {@code Recurrence…} and
 * {@code Occurrence…} what comes again, {@code Reminder…} mails before a due date, {@code Imported…} and {@code …Import}
 * what {@code transfer} asks for, {@code Todoist…} CSV.
 */
@ApplicationModule(allowedDependencies = {"platform", "user", "transfer"})
@NullMarked
package com.taskflow.task;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
