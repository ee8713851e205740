package io.valence.adapters.rest.http;

/** The words for what is not there; clients of the hosted platform look for "No … found". */
final class Absence {
    /** Of what the caller wrote; more helps nobody to see what went wrong. */
    private static final int LONGEST = 64;

    private Absence() {}

    /** Such as: No element 'foo' found. One line, whatever the caller wrote. */
    static String sentence(String what, String written) {
        StringBuilder shown = new StringBuilder(written.length());
        written.codePoints()
                .filter(Absence::isVisible)
                .limit(LONGEST)
                .forEach(shown::appendCodePoint);
        return "No " + what + " '" + shown + "' found";
    }

    private static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED ->
                    false;
            default -> true;
        };
    }
}
