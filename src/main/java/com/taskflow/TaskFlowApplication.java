package com.taskflow;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

import com.taskflow.platform.persistence.MigrateCommand;

/** Starts TaskFlow; with {@code migrate} as its first argument it brings the schema up to date and ends. */
@SpringBootApplication
public class TaskFlowApplication {

    public static void main(String[] args) {
        if (MigrateCommand.isMeant(args)) {
            MigrateCommand.run(args);
            return;
        }
        SpringApplication.run(TaskFlowApplication.class, args);
    }

}
