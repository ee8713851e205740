package io.valence.server.settings;

/**
 * A kind of text that settings have.
 *
 * @param <T> what such a text is read as
 */
record Kind<T>(String label, boolean isSecret, Parser<T> parser) {
    static <T> Kind<T> shown(String label, Parser<T> parser) {
        return new Kind<>(label, false, parser);
    }

    static <T> Kind<T> secret(String label, Parser<T> parser) {
        return new Kind<>(label, true, parser);
    }

    T parse(String text) throws Objection {
        return parser.parse(text);
    }

    /** From the text to what it means. */
    @FunctionalInterface
    interface Parser<T> {
        T parse(String text) throws Objection;
    }
}
