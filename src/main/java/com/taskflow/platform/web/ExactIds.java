package com.taskflow.platform.web;

import java.beans.PropertyEditorSupport;
import java.util.UUID;

import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Takes ids in paths as JSON has them. When a converter refuses one, Spring asks the JDK's editor of the type, which takes
 * every case and blanks around it; only another editor comes before that.
 */
@ControllerAdvice
class ExactIds {

    @InitBinder
    void register(WebDataBinder binder) {
        binder.registerCustomEditor(UUID.class, new Editor());
    }

    private static final class Editor extends PropertyEditorSupport {

        @Override
        public void setAsText(String text) {
            setValue(ExactValues.uuid(text));
        }

    }

}
