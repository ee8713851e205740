package io.valence.domain.query;

import java.util.List;
import java.util.Locale;

/** What an expression asks about: a name, or a path of names such as {@code config.url}. */
public record Field(List<String> path) {
    public Field {
        path = List.copyOf(path);
        if (path.isEmpty() || path.contains("")) {
            throw new IllegalArgumentException("a field has a name");
        }
    }

    /** The field of this path. */
    public static Field of(String... path) {
        return new Field(List.of(path));
    }

    /** Whether a name may begin with this character when it stands without backticks. */
    static boolean begins(int character) {
        return Character.isLetter(character) || character == '_' || character == '$';
    }

    /** Whether a name may go on with this character when it stands without backticks. */
    static boolean goesOn(int character) {
        return begins(character) || Character.isDigit(character) || character == '-';
    }

    private boolean isPlain(String name) {
        return begins(name.codePointAt(0))
                && name.codePoints().allMatch(Field::goesOn)
                && (path.size() > 1 || !Token.isReserved(name.toUpperCase(Locale.ROOT)));
    }

    /** As an expression writes it: dotted, with backticks where they are needed. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (String name : path) {
            text.append(text.isEmpty() ? "" : ".");
            text.append(isPlain(name) ? name : "`" + name.replace("`", "``") + "`");
        }
        return text.toString();
    }
}
