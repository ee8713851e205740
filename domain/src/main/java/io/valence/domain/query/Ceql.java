package io.valence.domain.query;

/**
 * The reader of {@code where} expressions, such as {@code name='Bob' AND (age > 30 OR city IS
 * NULL)}.
 *
 * <p>NOT binds more tightly than AND, and AND more tightly than OR; keywords are known in capitals
 * and small letters. A quote inside a quoted text, and a backtick inside a backticked name, is
 * written twice. A field that is called like a keyword, or has characters other than letters,
 * digits, {@code _}, {@code $} and {@code -}, stands between backticks.
 */
public final class Ceql {
    /** The most characters of an expression. */
    public static final int LONGEST = 8192;

    /** The most levels of parentheses and NOTs. */
    public static final int DEEPEST = 64;

    private Ceql() {}

    /** The tree of this text, or where and why it has none. A blank text has none. */
    public static Parsed parse(String text) {
        if (text.length() > LONGEST && text.codePointCount(0, text.length()) > LONGEST) {
            return new Parsed.Refused(
                    LONGEST + 1, "the end, as there are at most " + LONGEST + " characters");
        }
        return new Parser(text).parse();
    }
}
