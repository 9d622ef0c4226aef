package com.taskflow.auth;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Recognises passwords that are guessed first: those on a list of words or of leaked passwords, however they are decorated
 * (case, digits and signs at either end, @ for a, the word twice), and those made of one key, a few or a sequence, up to a
 * length beyond which nobody's list has any.
 */
final class CommonPasswords {

    private static final int LEAST_DISTINCT_CHARACTERS = 5;

    /** In code points. */
    private static final int LONGEST_LISTED = 32;

    /** Neighbours on a keyboard and in the alphabet, there and back. */
    private static final String SEQUENCES = sequences("abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop[]",
            "asdfghjkl;'", "zxcvbnm,./", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/", "qwertzuiop", "azertyuiop",
            "!@#$%^&*()");

    private static final int SEQUENCE_STEP = 3;

    private static final Pattern REPEATED = Pattern.compile("(.{1,16}?)\\1+", Pattern.DOTALL);

    private static final Pattern SEPARATORS = Pattern.compile("[\\s_.-]+");

    private static final Pattern START = Pattern.compile("^[^\\p{L}]+");

    private static final Pattern END = Pattern.compile("[^\\p{L}]+$");

    private final Set<String> words;

    private CommonPasswords(Set<String> words) {
        this.words = words;
    }

    static CommonPasswords read() {
        return new CommonPasswords(Stream.of("common-passwords.txt", "leaked-passwords.txt")
                .flatMap((file) -> lines(file).stream()).collect(Collectors.toUnmodifiableSet()));
    }

    private static List<String> lines(String file) {
        InputStream resource = Objects.requireNonNull(CommonPasswords.class.getResourceAsStream(file), file);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return reader.lines().filter((line) -> !line.isBlank() && !line.startsWith("#")).map(String::strip)
                    .toList();
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    boolean contains(String password) {
        String lower = password.toLowerCase(Locale.ROOT);
        boolean simple = lower.codePointCount(0, lower.length()) <= LONGEST_LISTED
                && (lower.codePoints().distinct().count() < LEAST_DISTINCT_CHARACTERS || isMostlySequence(lower));
        return simple
                || undecorated(lower).anyMatch((text) -> this.words.contains(text) || this.words.contains(unit(text)));
    }

    /** The text, and without what is usually put around and into a word; digits are decoration at its ends, letters inside. */
    private static Stream<String> undecorated(String text) {
        String compact = SEPARATORS.matcher(text).replaceAll("");
        String front = END.matcher(compact).replaceAll("");
        return Stream.of(text, compact, front, START.matcher(front).replaceAll(""))
                .flatMap((bare) -> Stream.of(bare, unspell(bare)));
    }

    /** What a text repeats, or the text. */
    private static String unit(String text) {
        Matcher repeated = REPEATED.matcher(text);
        return repeated.matches() ? END.matcher(repeated.group(1)).replaceAll("") : text;
    }

    /** Undoes the usual replacements of letters. */
    private static String unspell(String text) {
        return text.replace('@', 'a').replace('4', 'a').replace('3', 'e').replace('1', 'i').replace('!', 'i')
                .replace('0', 'o').replace('$', 's').replace('5', 's').replace('7', 't');
    }

    /** Whether no more than a few characters are not part of a sequence. */
    private static boolean isMostlySequence(String text) {
        int sequential = 0;
        for (int i = 0; i + SEQUENCE_STEP <= text.length(); i++) {
            if (SEQUENCES.contains(text.substring(i, i + SEQUENCE_STEP))) {
                sequential++;
            }
        }
        return sequential * 4 >= (text.length() - SEQUENCE_STEP + 1) * 3;
    }

    private static String sequences(String... rows) {
        StringBuilder all = new StringBuilder();
        for (String row : rows) {
            all.append(row).append('\n').append(new StringBuilder(row).reverse()).append('\n');
        }
        return all.toString();
    }

}
