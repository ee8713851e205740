package io.valence.domain.query;

import java.util.Optional;

/**
 * The characters that a vendor's LIKE does not take for themselves.
 *
 * @param any what stands for any characters or none
 * @param others further ones, whatever they stand for
 * @param escape what makes the next character stand for itself; empty if nothing does, so that no
 *     such character can be looked for
 */
public record Wildcards(char any, String others, Optional<Character> escape) {
    public Wildcards {
        boolean fits = isWildcard(any) && (escape.isEmpty() || isEscape(escape.get()));
        for (int i = 0; i < others.length(); i++) {
            fits &= isWildcard(others.charAt(i));
        }
        if (!fits) {
            throw new IllegalArgumentException("these cannot be wildcards");
        }
    }

    /** Whether this is a sign that a wildcard can be: no quote, letter, digit or space. */
    public static boolean isWildcard(char c) {
        return c > ' ' && c <= '~' && "'\"\\".indexOf(c) < 0 && !Naming.isLetterOrDigit(c);
    }

    /** Whether this is a sign that can make others stand for themselves. */
    public static boolean isEscape(char c) {
        return c == '\\' || isWildcard(c);
    }

    /** This pattern as the vendor has it; empty if something in it cannot be escaped. */
    Optional<String> pattern(String pattern) {
        StringBuilder written = new StringBuilder(pattern.length() + 8);
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '%') {
                written.append(any);
            } else if (!isSpecial(c)) {
                written.append(c);
            } else if (escape.isPresent()) {
                written.append(escape.get().charValue()).append(c);
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(written.toString());
    }

    private boolean isSpecial(char c) {
        return c == any
                || others.indexOf(c) >= 0
                || (escape.isPresent() && escape.get().charValue() == c);
    }
}
