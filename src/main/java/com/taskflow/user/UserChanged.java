package com.taskflow.user;

import java.util.UUID;

/** Something of an account was changed, whatever it was. Published inside the changing transaction. */
record UserChanged(UUID userId) {

}
