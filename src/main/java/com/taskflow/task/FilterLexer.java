package com.taskflow.task;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.taskflow.task.FilterToken.Kind;

/** Cuts a filter into tokens. Each kind is a named group; the first that fits wins. */
final class FilterLexer {

    private static final Pattern TOKEN = Pattern.compile("""
            \\s*+(?:
            (?<UUID>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})
            |(?<DATETIME>\\d{4}-\\d\\d-\\d\\dT[\\d:.]{5,18}(?:Z|[+-]\\d\\d:\\d\\d))
            |(?<DATE>\\d{4}-\\d\\d-\\d\\d)
            |(?<OFFSET>[+-]?\\s?\\d{1,4}[hdwm](?![\\p{L}\\p{M}\\p{N}_]))
            |(?<WORD>[\\p{L}\\p{M}\\p{N}_]++)
            |"(?<DOUBLE>(?:[^"\\\\]|\\\\["\\\\])*+)"
            |'(?<SINGLE>(?:[^'\\\\]|\\\\['\\\\])*+)'
            |(?<OPERATOR>!=|<=|>=|=|<|>)
            |(?<OPEN>\\()|(?<CLOSE>\\))|(?<COMMA>,)
            |(?<END>\\z))""".replace("\n", ""));

    private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");

    private final String text;

    private final Matcher matcher;

    private FilterLexer(String text) {
        this.text = text;
        this.matcher = TOKEN.matcher(text);
    }

    /** The tokens, the last of which is {@link Kind#END}. */
    static List<FilterToken> tokens(String text) {
        FilterLexer lexer = new FilterLexer(text);
        List<FilterToken> tokens = new ArrayList<>();
        do {
            tokens.add(lexer.next());
        } while (!tokens.getLast().is(Kind.END));
        return tokens;
    }

    private FilterToken next() {
        int start = this.matcher.regionStart();
        if (!this.matcher.lookingAt()) {
            int blank = (int) this.text.substring(start).chars().takeWhile(Character::isWhitespace).count();
            throw new FilterException(position(start + blank), "is nothing that can stand in a filter");
        }
        FilterToken token = token();
        this.matcher.region(this.matcher.end(), this.text.length());
        return token;
    }

    private FilterToken token() {
        for (String quoted : List.of("DOUBLE", "SINGLE")) {
            if (this.matcher.group(quoted) != null) {
                String content = ESCAPE.matcher(this.matcher.group(quoted)).replaceAll("$1");
                return new FilterToken(Kind.TEXT, content, position(this.matcher.start(quoted) - 1));
            }
        }
        for (Kind kind : Kind.values()) {
            String group = kind.name().replace("_", "");
            if (kind != Kind.TEXT && this.matcher.group(group) != null) {
                return new FilterToken(kind, this.matcher.group(group), position(this.matcher.start(group)));
            }
        }
        throw new IllegalStateException("Every alternative of the pattern is a kind");
    }

    private int position(int index) {
        return this.text.codePointCount(0, index) + 1;
    }

}
