package com.taskflow.platform.persistence;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Compares this release's migrations with those in Flyway's history, by one statement and without Flyway. */
class AppliedMigrations {

    private static final Logger log = LoggerFactory.getLogger(AppliedMigrations.class);

    private static final String SCRIPTS = "classpath:db/migration/V*.sql";

    private final DataSource dataSource;

    AppliedMigrations(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** False also when that cannot be told: an empty database has no history, and a role may have no right to read it. */
    boolean areComplete() {
        try {
            Set<String> missing = scripts();
            JdbcClient.create(this.dataSource).sql("select script from flyway_schema_history where success")
                    .query(String.class).list().forEach(missing::remove);
            return missing.isEmpty();
        } catch (DataAccessException | IOException ex) {
            log.debug("Flyway has to look at the schema", ex);
            return false;
        }
    }

    private static Set<String> scripts() throws IOException {
        return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(SCRIPTS)).map(Resource::getFilename)
                .collect(Collectors.toCollection(HashSet::new));
    }

}
