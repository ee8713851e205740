package io.valence.domain.configuration;

import java.util.Optional;

/**
 * The dotted name of one entry of a configuration, such as {@code oauth.api.key}; its case is kept.
 */
public record ConfigurationKey(String value) implements Comparable<ConfigurationKey> {
    private static final int MAXIMUM = 128;

    public ConfigurationKey {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("not a configuration key: " + value);
        }
    }

    /**
     * The key that this foreign text is, if it is one: words of letters, digits, _ and -, joined by
     * dots.
     */
    public static Optional<ConfigurationKey> parse(String text) {
        return isWellFormed(text) ? Optional.of(new ConfigurationKey(text)) : Optional.empty();
    }

    private static boolean isWellFormed(String text) {
        if (text.isEmpty() || text.length() > MAXIMUM) {
            return false;
        }
        boolean wordBegins = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.') {
                if (wordBegins) {
                    return false;
                }
                wordBegins = true;
            } else if (Characters.isAsciiLetterOrDigit(c) || c == '_' || c == '-') {
                wordBegins = false;
            } else {
                return false;
            }
        }
        return !wordBegins;
    }

    /** Whether the vendor's answer fills this entry, so that a caller need not. */
    public boolean isFilledByVendor() {
        return value.startsWith("oauth.user.");
    }

    @Override
    public int compareTo(ConfigurationKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
