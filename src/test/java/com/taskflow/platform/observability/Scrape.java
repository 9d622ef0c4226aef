package com.taskflow.platform.observability;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an instance told Prometheus: its metrics, and the labels that each has. */
record Scrape(Map<String, Set<String>> labels) {

    private static final Pattern SAMPLE = Pattern.compile("^([a-zA-Z_:][\\w:]*)(?:\\{(.*)})? \\S+$", Pattern.MULTILINE);

    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"(?:[^\"\\\\]|\\\\.)*\"");

    static Scrape of(String exposition) {
        Map<String, Set<String>> labels = new HashMap<>();
        Matcher sample = SAMPLE.matcher(exposition);
        while (sample.find()) {
            Set<String> own = labels.computeIfAbsent(sample.group(1), (_) -> new HashSet<>());
            if (sample.group(2) != null) {
                LABEL.matcher(sample.group(2)).results().forEach((label) -> own.add(label.group(1)));
            }
        }
        return new Scrape(labels);
    }

    boolean has(String metric) {
        return this.labels.containsKey(metric);
    }

    boolean has(String metric, String label) {
        return this.labels.getOrDefault(metric, Set.of()).contains(label);
    }

}
