package io.valence.server.settings;

/**
 * One setting that an operator may make.
 *
 * @param <T> what its text is read as
 */
public final class Definition<T> {
    private final String name;
    private final Kind<T> kind;
    private final String fallback;
    private final String shownFallback;
    private final String description;

    private Definition(
            String name, Kind<T> kind, String fallback, String shownFallback, String description) {
        this.name = name;
        this.kind = kind;
        this.fallback = fallback;
        this.shownFallback = shownFallback;
        this.description = description;
    }

    /** A setting that is absent unless it is made. */
    static <T> Definition<T> optional(String name, Kind<T> kind, String description) {
        return new Definition<>(name, kind, "", "", description);
    }

    /** A setting that is absent unless it is made, and whose absence has a meaning. */
    static <T> Definition<T> optional(
            String name, Kind<T> kind, String meaningOfAbsence, String description) {
        return new Definition<>(name, kind, "", meaningOfAbsence, description);
    }

    /** A setting that has this text unless it is made. */
    static <T> Definition<T> defaulted(
            String name, Kind<T> kind, String fallback, String description) {
        return new Definition<>(name, kind, fallback, fallback, description);
    }

    /** The name, in the environment as in a file. */
    public String name() {
        return name;
    }

    /** What its text has to be, in a word or two. */
    public String type() {
        return kind.label();
    }

    /** What stands for it when it is not made; empty if nothing does. */
    public String shownDefault() {
        return shownFallback;
    }

    /** What it is for. */
    public String description() {
        return description;
    }

    /** Whether its text must not be shown. */
    public boolean isSecret() {
        return kind.isSecret();
    }

    String fallback() {
        return fallback;
    }

    T parse(String text) throws Objection {
        return kind.parse(text);
    }

    @Override
    public String toString() {
        return name;
    }
}
