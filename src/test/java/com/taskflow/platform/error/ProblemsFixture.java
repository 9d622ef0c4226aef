package com.taskflow.platform.error;

import tools.jackson.databind.json.JsonMapper;

/** {@link Problems} for tests of what stands before the handlers. */
public final class ProblemsFixture {

    private ProblemsFixture() {}

    public static Problems problems() {
        return new Problems(JsonMapper.shared());
    }

}
