package com.taskflow.platform.flags;

/**
 * A switch that a feature declares as a bean, and asks {@link Flags} about.
 *
 * @param name what operators call it, in lower case with hyphens
 * @param fallback what holds as long as nobody has decided, and while those who decide cannot be reached
 * @param description what is different when it is on
 */
public record FeatureFlag(String name, boolean fallback, String description) {

}
