package io.valence.domain.transformation;

/** What every name here is: some text without line ends and other control characters. */
final class Line {
    private Line() {}

    static boolean isOne(String text, int longest) {
        return !text.isBlank()
                && text.length() <= longest
                && text.codePoints()
                        .noneMatch(
                                c ->
                                        Character.isISOControl(c)
                                                || Character.getType(c) == Character.SURROGATE);
    }
}
