package com.taskflow.testsupport;

/**
 * A PostgreSQL that is up and has TaskFlow's roles.
 *
 * @param url JDBC address of the database {@code taskflow}
 * @param password the one of all three roles; made anew by every JVM
 * @param stop ends the server and returns when it is gone
 */
record DatabaseServer(String url, String password, Runnable stop) {}
