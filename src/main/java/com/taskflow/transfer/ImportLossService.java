package com.taskflow.transfer;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import com.taskflow.platform.error.InvalidException;
import com.taskflow.platform.error.NotFoundException;
import com.taskflow.platform.security.CurrentUser;
import com.taskflow.platform.security.OpaqueTokens;
import com.taskflow.platform.web.PageRequest;
import com.taskflow.platform.web.PageRows;

/** Pages through what an import lost. */
@Service
class ImportLossService {

    private static final String PURPOSE = "import-loss-cursor";

    private final ImportRecords records;

    private final OpaqueTokens tokens;

    ImportLossService(ImportRecords records, OpaqueTokens tokens) {
        this.records = records;
        this.tokens = tokens;
    }

    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public ImportLossPage list(CurrentUser actor, UUID importId, PageRequest request) {
        ImportId id = new ImportId(actor.id(), importId);
        int after = decode(request.cursor(), id);
        if (this.records.find(id).isEmpty()) {
            throw NotFoundException.of("import", importId);
        }
        PageRows<ImportLoss> page = PageRows
                .of(this.records.losses(id, after, request.pageSize() + 1), request.pageSize());
        return new ImportLossPage(page.rows(),
                page.nextCursor((_) -> this.tokens.seal(PURPOSE, id, String.valueOf(after + request.pageSize()))));
    }

    private int decode(@Nullable String cursor, ImportId id) {
        if (cursor == null) {
            return 0;
        }
        return this.tokens.open(PURPOSE, id, cursor).map(Integer::parseInt)
                .orElseThrow(() -> InvalidException.field("cursor", "invalid", "is no cursor of this list"));
    }

}
