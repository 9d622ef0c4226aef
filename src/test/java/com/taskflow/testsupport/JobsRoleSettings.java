package com.taskflow.testsupport;

import java.util.Map;

import org.springframework.context.annotation.ImportSelector;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.type.AnnotationMetadata;

/** Gives background jobs their own role on the database that {@link BackingServices} runs, as production does. */
final class JobsRoleSettings implements ImportSelector {

    private final Environment environment;

    JobsRoleSettings(Environment environment) {
        this.environment = environment;
    }

    @Override
    public String[] selectImports(AnnotationMetadata importingClass) {
        if (ServiceSource.ofDatabase(environment) != ServiceSource.GIVEN) {
            ((ConfigurableEnvironment) environment).getPropertySources().addFirst(new MapPropertySource("jobsRole",
                    Map.of("taskflow.jobs.database.username", DatabaseRoles.JOBS, "taskflow.jobs.database.password",
                            RunningServices.database(environment).password())));
        }
        return new String[0];
    }

}
