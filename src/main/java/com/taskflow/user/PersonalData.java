package com.taskflow.user;

/**
 * A table whose rows go with the account they belong to; a bean of this kind is all it takes. Tables that refer to
 * others come first, by {@code @Order}.
 *
 * @param table has a column {@code user_id}
 */
public record PersonalData(String table) {

}
