package com.taskflow.label;

import java.io.Serializable;
import java.util.UUID;

/** The key of a label: ids are only unique per owner. */
record LabelId(UUID userId, UUID id) implements Serializable {

}
