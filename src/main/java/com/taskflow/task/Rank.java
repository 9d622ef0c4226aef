package com.taskflow.task;

/**
 * Where a task stands in its owner's manual order: texts compared byte by byte, so that there is always room between
 * two of them.
 */
final class Rank {

    private static final char[] DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".toCharArray();

    private static final int WIDTH = 8;

    private Rank() {}

    /** Behind every rank that the owner's earlier change numbers gave. */
    static String ofNewest(long seq) {
        char[] rank = new char[WIDTH + 1];
        rank[0] = 'a';
        long rest = seq;
        for (int i = WIDTH; i > 0; i--) {
            rank[i] = DIGITS[(int) (rest % DIGITS.length)];
            rest /= DIGITS.length;
        }
        return new String(rank);
    }

}
