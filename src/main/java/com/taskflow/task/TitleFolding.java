package com.taskflow.task;

/** Unicode simple case folding of titles: search and sort by title ignore case in every script and in any locale. */
final class TitleFolding {

    private TitleFolding() {}

    static String fold(String title) {
        return title.codePoints().map((c) -> Character.toLowerCase(Character.toUpperCase(c)))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

}
