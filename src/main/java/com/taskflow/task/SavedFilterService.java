package com.taskflow.task;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Function;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.taskflow.platform.error.ConflictException;
import com.taskflow.platform.error.NotFoundException;
import com.taskflow.platform.persistence.Identifiers;
import com.taskflow.platform.persistence.OwnerTransactions;
import com.taskflow.platform.security.CurrentUser;
import com.taskflow.platform.web.IfMatch;

/**
 * Filters with names. Every write locks its owner's change counter first, on whichever replica it is: of two who change one
 * at once the second waits, and then has a stale tag.
 */
@Service
class SavedFilterService {

    /** How many an owner can have. */
    static final int MOST = 100;

    private final SavedFilterRepository filters;

    private final ChangeCounter counter;

    private final OwnerTransactions transactions;

    private final Clock clock;

    SavedFilterService(SavedFilterRepository filters, ChangeCounter counter, OwnerTransactions transactions,
            Clock clock) {
        this.filters = filters;
        this.counter = counter;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    SavedFilterList list(CurrentUser actor) {
        return new SavedFilterList(this.filters.findByUserIdOrderById(actor.id()).stream()
                .map(SavedFilter::toResponse).toList(), null);
    }

    @Transactional(readOnly = true)
    SavedFilterResponse find(CurrentUser actor, UUID id) {
        return owned(actor, id).toResponse();
    }

    /** @throws ConflictException {@code id-taken}, or {@code too-many-filters} */
    SavedFilterResponse create(CurrentUser actor, CreateFilterRequest request) {
        UUID id = Identifiers.chosenOrNext(request.id());
        TaskId key = new TaskId(actor.id(), id);
        return this.transactions.write(actor.id(), (_) -> {
            this.counter.lock(actor.id());
            if (this.filters.existsById(key)) {
                throw ConflictException.of("id-taken", "You have a filter with this id.");
            }
            if (this.filters.countByUserId(actor.id()) >= MOST) {
                throw ConflictException.of("too-many-filters", "There can be %d filters at most.".formatted(MOST));
            }
            return this.filters.saveAndFlush(new SavedFilter(key, request, this.clock.instant())).toResponse();
        });
    }

    /** One that changes nothing leaves the version as it was. */
    SavedFilterResponse update(CurrentUser actor, UUID id, UpdateFilterRequest patch, IfMatch condition) {
        return write(actor, id, condition, (filter) -> {
            filter.change(patch, this.clock.instant());
            return this.filters.saveAndFlush(filter).toResponse();
        });
    }

    void delete(CurrentUser actor, UUID id, IfMatch condition) {
        write(actor, id, condition, (filter) -> {
            this.filters.delete(filter);
            return id;
        });
    }

    private <T> T write(CurrentUser actor, UUID id, IfMatch condition, Function<SavedFilter, T> work) {
        return this.transactions.write(actor.id(), (_) -> {
            this.counter.lock(actor.id());
            SavedFilter filter = owned(actor, id);
            condition.check(filter.toResponse().entityTag(actor.id()));
            return work.apply(filter);
        });
    }

    private SavedFilter owned(CurrentUser actor, UUID id) {
        return this.filters.findById(new TaskId(actor.id(), id)).orElseThrow(() -> NotFoundException.of("filter", id));
    }

}
