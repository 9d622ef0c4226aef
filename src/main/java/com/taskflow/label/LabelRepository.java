package com.taskflow.label;

import java.util.Optional;

import org.springframework.data.repository.Repository;

/** Labels by their key. */
interface LabelRepository extends Repository<Label, LabelId> {

    Label saveAndFlush(Label label);

    void delete(Label label);

    Optional<Label> findById(LabelId key);

    boolean existsById(LabelId key);

}
