package io.valence.server.settings;

/** What is wrong with the text of a setting; the message says what to write instead. */
final class Objection extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean hidesText;

    private Objection(String message, boolean hidesText) {
        super(message, null, false, false);
        this.hidesText = hidesText;
    }

    /** One after which the text may be shown. */
    Objection(String message) {
        this(message, false);
    }

    /** One after which the text is not shown, as it holds a secret or was quoted already. */
    static Objection withoutText(String message) {
        return new Objection(message, true);
    }

    boolean hidesText() {
        return hidesText;
    }
}
