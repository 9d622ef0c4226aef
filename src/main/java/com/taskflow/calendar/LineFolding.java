package com.taskflow.calendar;

/**
 * Folds lines at 75 bytes of UTF-8 (RFC 5545 §3.1). ical4j's own folding counts Java's characters: its lines get too long,
 * and it cuts those in two that take a pair of them.
 */
final class LineFolding {

    private static final int LONGEST = 75;

    private static final int ONE_BYTE = 0x80;

    private static final int TWO_BYTES = 0x800;

    private LineFolding() {}

    static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length() + text.length() / LONGEST * 3);
        int[] length = {0};
        text.codePoints().forEach((character) -> {
            int bytes = bytes(character);
            if (character == '\n') {
                length[0] = 0;
            } else if (character != '\r') {
                if (length[0] + bytes > LONGEST) {
                    folded.append("\r\n ");
                    length[0] = 1;
                }
                length[0] += bytes;
            }
            folded.appendCodePoint(character);
        });
        return folded.toString();
    }

    private static int bytes(int character) {
        if (character < ONE_BYTE) {
            return 1;
        }
        return (character < TWO_BYTES) ? 2 : Character.charCount(character) + 2;
    }

}
