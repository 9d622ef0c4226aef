package com.taskflow.task;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes the text of a rule apart and holds it against the profile: what of RFC 5545 §3.3.10 makes sense for things that
 * are due on days. What the RFC forbids is refused as well.
 */
final class RecurrenceParts {

    private static final String WEEKDAY = "(?:MO|TU|WE|TH|FR|SA|SU)";

    private static final Map<String, Pattern> VALUES = Map.ofEntries(
            part("FREQ", "DAILY|WEEKLY|MONTHLY|YEARLY"), part("INTERVAL", "[1-9]\\d{0,3}"),
            part("COUNT", "[1-9]\\d{0,3}"), part("UNTIL", "\\d{8}(?:T\\d{6}Z?)?"),
            part("BYDAY", list("(?:[+-]?(?:[1-9]|[1-4]\\d|5[0-3]))?" + WEEKDAY)),
            part("BYMONTHDAY", list("[+-]?(?:[1-9]|[12]\\d|3[01])")), part("BYMONTH", list("(?:[1-9]|1[0-2])")),
            part("BYSETPOS", list("[+-]?(?:[1-9]|[1-9]\\d|[12]\\d\\d|3[0-5]\\d|36[0-6])")), part("WKST", WEEKDAY));

    private static final Pattern NAME = Pattern.compile("[A-Z-]{1,30}");

    private static final Pattern ORDINAL = Pattern.compile("\\d");

    private static final String PREFIX = "RRULE:";

    private RecurrenceParts() {}

    private static Map.Entry<String, Pattern> part(String name, String value) {
        return Map.entry(name, Pattern.compile(value));
    }

    private static String list(String element) {
        return element + "(?:," + element + ")*";
    }

    /**
     * The values of the rule's parts by their names, in upper case.
     * @throws RecurrenceRuleException naming the part that is not of the profile
     */
    static Map<String, String> of(String rule) {
        String text = rule.toUpperCase(Locale.ROOT);
        Map<String, String> parts = new LinkedHashMap<>();
        for (String part : (text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text).split(";", -1)) {
            add(part, parts);
        }
        if (!parts.containsKey("FREQ")) {
            throw new RecurrenceRuleException("FREQ is missing");
        }
        checkTogether(parts, parts.keySet(), parts.get("FREQ"));
        return parts;
    }

    private static void add(String part, Map<String, String> parts) {
        int equals = part.indexOf('=');
        String name = (equals > 0) ? part.substring(0, equals) : "";
        if (!NAME.matcher(name).matches()) {
            throw new RecurrenceRuleException("must be made of parts like FREQ=WEEKLY with semicolons between them");
        }
        Pattern value = VALUES.get(name);
        if (value == null) {
            throw new RecurrenceRuleException(name + " is not supported");
        }
        if (!value.matcher(part.substring(equals + 1)).matches()) {
            throw new RecurrenceRuleException(name + " has a value that is not supported");
        }
        if (parts.put(name, part.substring(equals + 1)) != null) {
            throw new RecurrenceRuleException(name + " is there twice");
        }
    }

    private static void checkTogether(Map<String, String> parts, Set<String> names, String freq) {
        if (names.contains("COUNT") && names.contains("UNTIL")) {
            throw new RecurrenceRuleException("COUNT and UNTIL exclude each other");
        }
        if (freq.equals("WEEKLY") && names.contains("BYMONTHDAY")) {
            throw new RecurrenceRuleException("BYMONTHDAY is not possible with FREQ=WEEKLY");
        }
        boolean ordinal = ORDINAL.matcher(parts.getOrDefault("BYDAY", "")).find();
        if (ordinal && (freq.equals("WEEKLY") || freq.equals("DAILY"))) {
            throw new RecurrenceRuleException("BYDAY takes numbers with FREQ=MONTHLY and FREQ=YEARLY only");
        }
        if (ordinal && freq.equals("YEARLY") && names.contains("BYMONTHDAY") && !names.contains("BYMONTH")) {
            throw new RecurrenceRuleException("BYDAY with numbers and BYMONTHDAY need BYMONTH with FREQ=YEARLY");
        }
        if (names.contains("BYSETPOS")
                && names.stream().noneMatch(Set.of("BYDAY", "BYMONTHDAY", "BYMONTH")::contains)) {
            throw new RecurrenceRuleException("BYSETPOS needs BYDAY, BYMONTHDAY or BYMONTH");
        }
    }

}
