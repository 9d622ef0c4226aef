package com.taskflow.platform.web;

/** What text a request may carry. */
public final class RequestText {

    private RequestText() {}

    /** Whether PostgreSQL can hold the text and UTF-8 can spell it: no U+0000, no half of a surrogate pair. */
    public static boolean isStorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return false;
            }
            if (Character.isHighSurrogate(c)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    return false;
                }
            }
        }
        return true;
    }

}
