package io.valence.server.settings;

/** What is wrong with the text of a setting; the message says what to write instead. */
final class Objection extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean quotesText;

    private Objection(String message, boolean quotesText) {
        super(message, null, false, false);
        this.quotesText = quotesText;
    }

    /** One whose message does not repeat the text. */
    Objection(String message) {
        this(message, false);
    }

    /** One whose message names the part that is wrong, in a text that may be shown. */
    static Objection toParts(String message) {
        return new Objection(message, true);
    }

    boolean quotesText() {
        return quotesText;
    }
}
