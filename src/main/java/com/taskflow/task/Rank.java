package com.taskflow.task;

import java.util.Arrays;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import com.taskflow.platform.error.ConflictException;

/**
 * Where a task stands in its owner's manual order: a fraction written as text, so that there is room between any two and
 * nothing else has to move. Texts are compared byte by byte, which in UTF-8 is by code point. Between two ranks stands the
 * shortest text in their middle, as in <a href="https://observablehq.com/@dgreensp/implementing-fractional-indexing">
 * Implementing Fractional Indexing</a> (D. Greenspan); in front of all, counting down keeps them short. Clients may set
 * ranks of their own, of any characters.
 */
final class Rank {

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private static final int WIDTH = 8;

    private static final Pattern COUNTED = Pattern.compile("[A-Za-z][0-9A-Za-z]{8}.*", Pattern.DOTALL);

    private static final int BEFORE_ALL = -1;

    private static final int BEHIND_ALL = Character.MAX_CODE_POINT + 1;

    private Rank() {}

    /** Behind every rank that the owner's earlier change numbers gave. */
    static String ofNewest(long seq) {
        char[] rank = new char[WIDTH + 1];
        rank[0] = 'a';
        long rest = seq;
        for (int i = WIDTH; i > 0; i--) {
            rank[i] = DIGITS.charAt((int) (rest % DIGITS.length()));
            rest /= DIGITS.length();
        }
        return new String(rank);
    }

    /** Whether the first stands in front of the second. */
    static boolean isBefore(String first, String second) {
        return Arrays.compare(first.codePoints().toArray(), second.codePoints().toArray()) < 0;
    }

    /**
     * A rank between two others.
     * @param low null for the front
     * @param high behind {@code low}; null for the end
     * @throws ConflictException {@code no-room}: ranks that a client has set leave none, or it would be longer than any may
     * be, which takes more than a thousand moves into ever the same gap
     */
    static String between(@Nullable String low, @Nullable String high) {
        String rank = (low == null && high != null) ? countDown(high) : null;
        if (rank == null) {
            rank = middle((low != null) ? low.codePoints().toArray() : new int[0],
                    (high != null) ? high.codePoints().toArray() : new int[0]);
        }
        if (rank == null || rank.codePointCount(0, rank.length()) > TaskLimits.LONGEST_RANK) {
            throw ConflictException.of("no-room",
                    "There is no rank left between the two tasks: move one of them first.");
        }
        return rank;
    }

    /** The number before that of a rank that {@link #ofNewest} or this has made: a thousand million million are left. */
    private static @Nullable String countDown(String high) {
        if (!COUNTED.matcher(high).matches()) {
            return null;
        }
        char[] rank = high.substring(0, WIDTH + 1).toCharArray();
        int last = WIDTH;
        while (last > 0 && rank[last] == DIGITS.charAt(0)) {
            rank[last--] = DIGITS.charAt(DIGITS.length() - 1);
        }
        rank[last] = DIGITS.charAt(DIGITS.indexOf(rank[last]) - 1);
        return Character.isLetter(rank[0]) ? new String(rank) : null;
    }

    /**
     * Goes along both texts as long as no digit fits between their next characters: along the lower one, and from where
     * that ends close below the higher one, which is empty at the end. Null when no character is low enough.
     */
    private static @Nullable String middle(int[] low, int[] high) {
        StringBuilder rank = new StringBuilder();
        boolean below = high.length == 0;
        for (int i = 0; below || i < high.length; i++) {
            int from = (i < low.length) ? low[i] : BEFORE_ALL;
            int to = below ? BEHIND_ALL : high[i];
            int digit = digitBetween(from, to);
            if (digit > 0) {
                return rank.append((char) digit).toString();
            }
            boolean withBoth = from == to
                    || (from == BEFORE_ALL && to == DIGITS.charAt(0) && i < high.length - 1);
            int next = withBoth ? to : (from != BEFORE_ALL) ? from : to - 1;
            if (next == 0) {
                return null;
            }
            rank.appendCodePoint(next);
            below |= !withBoth;
        }
        return null;
    }

    /** The digit in the middle between two characters, or 0. Never the digit zero: nothing would fit in front of it. */
    private static int digitBetween(int from, int to) {
        int[] digits = DIGITS.chars().skip(1).filter((digit) -> digit > from && digit < to).toArray();
        return (digits.length > 0) ? digits[(digits.length - 1) / 2] : 0;
    }

}
