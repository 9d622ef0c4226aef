package com.taskflow.platform.persistence;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the service meets the database's schema at its start.
 *
 * @param migrateAtStart whether an older schema is migrated at start; in production it is not, the {@code migrate}
 * command does it as a step of its own before a deploy
 */
@ConfigurationProperties("taskflow.schema")
record SchemaProperties(@DefaultValue("false") boolean migrateAtStart) {

}
