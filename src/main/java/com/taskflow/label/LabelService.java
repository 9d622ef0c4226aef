package com.taskflow.label;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.taskflow.platform.error.ConflictException;
import com.taskflow.platform.error.NotFoundException;
import com.taskflow.platform.persistence.Identifiers;
import com.taskflow.platform.persistence.OwnerTransactions;
import com.taskflow.platform.security.CurrentUser;
import com.taskflow.platform.web.IfMatch;
import com.taskflow.task.Written;

/** What people do with single labels. Another name, or none any more, holds for all tasks. */
@Service
class LabelService {

    private final LabelRepository labels;

    private final LabelReplacement replacement;

    private final OwnerTransactions transactions;

    private final Clock clock;

    LabelService(LabelRepository labels, LabelReplacement replacement, OwnerTransactions transactions, Clock clock) {
        this.labels = labels;
        this.replacement = replacement;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @throws ConflictException {@code label-exists} or {@code id-taken} */
    LabelResponse create(CurrentUser actor, CreateLabelRequest request) {
        UUID id = Identifiers.chosenOrNext(request.id());
        LabelId key = new LabelId(actor.id(), id);
        return this.transactions.write(actor.id(), (_) -> {
            this.replacement.lock(actor);
            if (this.labels.existsById(key)) {
                throw ConflictException.of("id-taken", "You have a label with this id.");
            }
            return store(new Label(key, request.name(), request.color(), this.clock.instant()));
        });
    }

    @Transactional(readOnly = true)
    LabelResponse find(CurrentUser actor, UUID id) {
        return require(actor, id).toResponse();
    }

    /**
     * Changes the label and, when it is renamed, the tasks: those of the first chunk with it, the others by a job.
     * @throws ConflictException {@code label-exists}
     */
    Written<LabelResponse> update(CurrentUser actor, UUID id, UpdateLabelRequest patch, IfMatch condition) {
        return this.transactions.write(actor.id(), (_) -> {
            this.replacement.lock(actor);
            Label label = require(actor, id);
            condition.check(label.toResponse().entityTag(actor.id()));
            Instant now = this.clock.instant();
            patch.color().ifPresent((color) -> label.paint(color, now));
            String old = label.name();
            patch.name().ifPresent((name) -> label.rename(name, now));
            LabelResponse stored = store(label);
            return new Written<>(stored,
                    old.equals(label.name()) ? null : this.replacement.begin(actor, old, label.name()));
        });
    }

    /** Removes the label, from the tasks too; answers its id. */
    Written<UUID> delete(CurrentUser actor, UUID id, IfMatch condition) {
        return this.transactions.write(actor.id(), (_) -> {
            this.replacement.lock(actor);
            Label label = require(actor, id);
            condition.check(label.toResponse().entityTag(actor.id()));
            UUID operation = this.replacement.begin(actor, label.name(), null);
            this.labels.delete(label);
            return new Written<>(id, operation);
        });
    }

    private Label require(CurrentUser actor, UUID id) {
        return this.labels.findById(new LabelId(actor.id(), id)).orElseThrow(() -> NotFoundException.of("label", id));
    }

    private LabelResponse store(Label label) {
        try {
            return this.labels.saveAndFlush(label).toResponse();
        } catch (DataIntegrityViolationException ex) {
            throw ConflictException.of("label-exists", "You have a label of this name.");
        }
    }

}
