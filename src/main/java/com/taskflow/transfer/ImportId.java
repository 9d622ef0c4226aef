package com.taskflow.transfer;

import java.util.UUID;

/** An import and whose it is; also the payload of its job. */
record ImportId(UUID userId, UUID id) {

}
