package io.valence.domain.query;

import java.util.Optional;

/**
 * Which fields can be named in a vendor's language: words of the letters A to Z, digits and a few
 * further characters, which begin with none of the digits.
 *
 * @param further which of {@code _}, {@code $} and {@code -} may stand in a name; a hyphen never
 *     begins one
 * @param path what joins the names of a path, a full stop or a slash; empty if the vendor has no
 *     paths
 */
public record Naming(String further, Optional<Character> path) {
    static final String UNKNOWN = "there is no field of this name";

    public Naming {
        if (!isFurther(further)) {
            throw new IllegalArgumentException("names have letters, digits, _, $ and -");
        }
        if (path.isPresent() && !isJoint(path.get())) {
            throw new IllegalArgumentException("names are joined by a full stop or a slash");
        }
    }

    /** Whether names may have all of these characters beside letters and digits. */
    public static boolean isFurther(String characters) {
        for (int i = 0; i < characters.length(); i++) {
            if ("_$-".indexOf(characters.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether names may be joined by this. */
    public static boolean isJoint(char character) {
        return character == '.' || character == '/';
    }

    static boolean isLetterOrDigit(char c) {
        return isLetter(c) || (c >= '0' && c <= '9');
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /** Why the vendor cannot be asked about this field, if it cannot. */
    Optional<String> objection(Field field, Dialect dialect) {
        if (field.path().size() > 1 && path.isEmpty()) {
            return Optional.of("the vendor knows no fields within fields");
        }
        for (String name : field.path()) {
            if (!isName(name)) {
                return Optional.of("no field of the vendor can have this name");
            }
            if (dialect.reserves(name)) {
                return Optional.of("this name is a word of the vendor's language");
            }
        }
        return Optional.empty();
    }

    private boolean isName(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean fits =
                    i == 0
                            ? isLetter(c) || (c != '-' && further.indexOf(c) >= 0)
                            : isLetterOrDigit(c) || further.indexOf(c) >= 0;
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    void write(Field field, StringBuilder query) {
        for (int i = 0; i < field.path().size(); i++) {
            if (i > 0) {
                query.append(path.orElseThrow().charValue());
            }
            query.append(field.path().get(i));
        }
    }
}
