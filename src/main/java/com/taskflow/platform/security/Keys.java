package com.taskflow.platform.security;

/**
 * The service's secrets at one moment. Ask {@link KeySource} anew for each use: a rotation replaces them.
 *
 * @param signing signs access tokens
 * @param peppers derives refresh tokens, cursors and other opaque tokens
 */
public record Keys(KeyRing signing, KeyRing peppers) {

}
