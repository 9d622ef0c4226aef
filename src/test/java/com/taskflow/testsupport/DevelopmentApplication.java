package com.taskflow.testsupport;

import org.springframework.boot.SpringApplication;

import com.taskflow.TaskFlowApplication;

/**
 * TaskFlow for development: {@code ./mvnw spring-boot:test-run} finds this main, {@code bin/dev} is its short form. It
 * turns on the profile {@code dev}, which nothing else does. {@code --fresh} drops the data kept in {@code .taskflow/}.
 */
final class DevelopmentApplication {

    private DevelopmentApplication() {}

    public static void main(String[] args) {
        SpringApplication.from(TaskFlowApplication::main).with(BackingServices.class, Development.class)
                .withAdditionalProfiles(Development.PROFILE).run(args);
    }

}
