package com.taskflow.platform.observability;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.util.StringUtils;

/**
 * What a PromQL expression asks for: the metrics it names, the labels it selects by, those it groups by. Enough of the
 * language for the queries of dashboards and rules, which are themselves read by promtool.
 */
record Expression(String text) {

    private static final Pattern SELECTOR = Pattern.compile("([a-zA-Z_:][\\w:]*)\\{([^}]*)}");

    private static final Pattern LABEL = Pattern.compile("(\\w+)\\s*(?:=~|!~|!=|=)\\s*\"[^\"]*\"");

    private static final Pattern GROUPING = Pattern.compile("\\b(?:by|without|on|ignoring)\\s*\\(([^)]*)\\)");

    private static final Pattern NOISE = Pattern.compile("\\{[^}]*}|\"[^\"]*\"|\\[[^]]*]");

    private static final Pattern NAME = Pattern.compile("(?<![\\w.])([a-zA-Z_:][\\w:]*)\\b(?!\\s*\\()");

    private static final Set<String> OPERATORS = Set.of("and", "or", "unless", "bool", "offset");

    Set<String> metrics() {
        String bare = GROUPING.matcher(NOISE.matcher(this.text).replaceAll("")).replaceAll("");
        Set<String> names = new HashSet<>();
        Matcher name = NAME.matcher(bare);
        while (name.find()) {
            names.add(name.group(1));
        }
        names.removeAll(OPERATORS);
        return names;
    }

    /** The labels that a metric is selected by. */
    Set<String> selectorsOf(String metric) {
        Set<String> labels = new HashSet<>();
        SELECTOR.matcher(this.text).results().filter((found) -> found.group(1).equals(metric))
                .map((found) -> found.group(2)).flatMap((inside) -> LABEL.matcher(inside).results())
                .map((label) -> label.group(1)).forEach(labels::add);
        return labels;
    }

    List<String> groupings() {
        return GROUPING.matcher(this.text).results().map((found) -> found.group(1))
                .flatMap((labels) -> Arrays.stream(StringUtils.tokenizeToStringArray(labels, ","))).toList();
    }

}
