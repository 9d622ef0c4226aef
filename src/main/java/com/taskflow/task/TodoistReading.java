package com.taskflow.task;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import de.siegmar.fastcsv.reader.CsvRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import com.taskflow.platform.error.InvalidException;
import com.taskflow.platform.persistence.Identifiers;
import com.taskflow.transfer.ImportSink;

/** Makes items of an import of the rows of one template, and says what of them has no place here. */
final class TodoistReading {

    private static final String ROWS = "rows";

    /** Cells that mean something there and nothing here. */
    private static final List<String> LOST = List.of("RESPONSIBLE", "DURATION", "DEADLINE");

    private final ImportSink sink;

    private final Instant now;

    private final UUID operation = Identifiers.next();

    /** The last task of each indentation, from 1. */
    private final @Nullable UUID[] above = new @Nullable UUID[TaskTree.DEEPEST + 1];

    /** The task of the latest row; notes may follow. */
    private @Nullable ObjectNode task;

    private List<String> columns = List.of();

    private int position = -1;

    TodoistReading(ImportSink sink, Instant now) {
        this.sink = sink;
        this.now = now;
    }

    /** The first one names the columns. */
    void row(CsvRecord row) {
        if (this.columns.isEmpty()) {
            this.columns = row.getFields();
            requireTemplate();
            return;
        }
        this.position++;
        switch (cell(row, "TYPE")) {
            case TodoistTemplate.TASK -> task(row);
            case "note" -> note(cell(row, "CONTENT"));
            case "section" -> lose("CONTENT", "unsupported", "There are no sections: its tasks are kept");
            case "", "meta" -> {
                // An empty row sets sections apart, the other says how the project looked.
            }
            default -> lose("TYPE", "invalid", "must be task, section or note");
        }
    }

    void finish() {
        requireTemplate();
        send();
    }

    private void requireTemplate() {
        if (!this.columns.containsAll(List.of("TYPE", "CONTENT"))) {
            throw InvalidException.field("TYPE", "required", "is missing: this is no template");
        }
        if (Set.copyOf(this.columns).size() < this.columns.size()) {
            throw InvalidException.of("malformed-request", "The first line names a column twice.");
        }
    }

    private void task(CsvRecord row) {
        send();
        TodoistTemplate.Content content = TodoistTemplate.Content.parse(cell(row, "CONTENT"));
        UUID id = Identifiers.next();
        ObjectNode next = JsonNodeFactory.instance.objectNode();
        next.put("id", id.toString());
        next.put("title", content.title());
        content.labels().forEach(next.withArray("labels")::add);
        if (!cell(row, "DESCRIPTION").isEmpty()) {
            next.put("description", cell(row, "DESCRIPTION"));
        }
        putPriority(next, cell(row, "PRIORITY"));
        putDue(next, row);
        putParent(next, id, cell(row, "INDENT"));
        next.put("createdAt", this.now.toString());
        LOST.stream().filter((column) -> !cell(row, column).isEmpty())
                .forEach((column) -> lose(column, "unsupported", "There is nothing like it here"));
        this.task = next;
    }

    private void putPriority(ObjectNode next, String cell) {
        TodoistTemplate.priority(cell).ifPresentOrElse((priority) -> next.put("priority", priority.wireName()), () -> {
            if (!cell.isEmpty()) {
                lose("PRIORITY", "invalid", "must be 1 to 4");
            }
        });
    }

    private void putDue(ObjectNode next, CsvRecord row) {
        String date = cell(row, "DATE");
        TodoistTemplate.due(date, cell(row, "TIMEZONE")).ifPresentOrElse((due) -> {
            ObjectNode node = next.putObject("due");
            node.put("date", due.date().toString());
            node.put("time", (due.time() != null) ? due.time().toString() : null);
            node.put("timeZone", due.timeZone());
        }, () -> {
            if (!date.isEmpty()) {
                lose("DATE", "unsupported", "must look like 2026-12-01 or 2026-12-01 09:00");
            }
        });
    }

    /** Under the last row of less indentation, however far that jumps. */
    private void putParent(ObjectNode next, UUID id, String indent) {
        int depth = indent.matches("[1-9]") ? Integer.parseInt(indent) : 1;
        if (depth > TaskTree.DEEPEST || (depth == 1 && !indent.matches("1?"))) {
            lose("INDENT", "invalid", "must be 1 to " + TaskTree.DEEPEST);
            depth = Math.min(depth, TaskTree.DEEPEST);
        }
        UUID parent = null;
        for (int level = 1; level < depth; level++) {
            parent = (this.above[level] != null) ? this.above[level] : parent;
        }
        next.put("parentId", (parent != null) ? parent.toString() : null);
        this.above[depth] = id;
        Arrays.fill(this.above, depth + 1, this.above.length, null);
    }

    /** What is noted on a task becomes a paragraph of its description. */
    private void note(String text) {
        if (this.task == null) {
            lose("CONTENT", "invalid_reference", "is a note without a task above it");
            return;
        }
        String description = this.task.path("description").asString("");
        this.task.put("description", description.isEmpty() ? text : description + "\n\n" + text);
    }

    private void send() {
        if (this.task != null) {
            this.sink.item("tasks", this.task);
            this.sink.item("history", created(this.task));
            this.task = null;
        }
    }

    private ObjectNode created(ObjectNode created) {
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        entry.put("taskId", created.path("id").asString());
        entry.put("operationId", this.operation.toString());
        entry.put("kind", ChangeKind.CREATED.wireName());
        entry.put("at", this.now.toString());
        ObjectNode changes = entry.putObject("changes");
        for (TaskField field : TaskField.values()) {
            if (created.path(field.wireName()).isNull() || created.path(field.wireName()).isMissingNode()) {
                continue;
            }
            changes.putObject(field.wireName()).putNull("from").set("to", created.get(field.wireName()));
        }
        return entry;
    }

    private void lose(String column, String code, String message) {
        this.sink.lose(ROWS, this.position, column, code, message);
    }

    private String cell(CsvRecord row, String column) {
        int index = this.columns.indexOf(column);
        return (index >= 0 && index < row.getFieldCount()) ? row.getField(index) : "";
    }

}
