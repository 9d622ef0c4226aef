package com.taskflow.testsupport;

/**
 * A Redis that is up, empty and without a password.
 *
 * @param stop ends the server and returns when it is gone
 */
record RedisServer(String host, int port, Runnable stop) {}
