package io.valence.adapters.catalog;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with the files and what was passed over, all of it, in the order of reading. */
final class Findings {
    private static final int LONGEST_SHOWN = 80;

    private final List<String> problems = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    void problem(Spot spot, String sentence) {
        problems.add(spot + ": " + sentence);
    }

    void warning(Spot spot, String sentence) {
        warnings.add(spot + ": " + sentence);
    }

    List<String> problems() {
        return problems;
    }

    List<String> warnings() {
        return warnings;
    }

    /** A foreign text as it may stand in a sentence: on one line, and not too long. */
    static String quoted(String text) {
        StringBuilder shown = new StringBuilder("'");
        text.codePoints()
                .limit(LONGEST_SHOWN)
                .map(c -> isPlain(c) ? c : '?')
                .forEach(shown::appendCodePoint);
        return shown.append(text.codePoints().skip(LONGEST_SHOWN).count() > 0 ? "…'" : "'")
                .toString();
    }

    private static boolean isPlain(int c) {
        int kind = Character.getType(c);
        return !Character.isISOControl(c)
                && kind != Character.SURROGATE
                && kind != Character.FORMAT
                && kind != Character.LINE_SEPARATOR
                && kind != Character.PARAGRAPH_SEPARATOR;
    }
}
