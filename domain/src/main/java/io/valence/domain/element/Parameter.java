package io.valence.domain.element;

import java.util.Optional;

/**
 * A value that goes along with every call to the vendor: where it comes from and where it goes to.
 *
 * @param id its number in element files and answers
 * @param name for a setting, the key of its entry; for a literal, the literal itself
 * @param vendorName what the vendor calls it
 */
public record Parameter(
        long id, String name, Source source, String vendorName, Destination destination) {
    /** Where the value comes from. */
    public enum Source {
        /** The instance's setting of this name. */
        CONFIGURATION("configuration"),
        /** The name itself is the value. */
        VALUE("value");

        private final String wireName;

        Source(String wireName) {
            this.wireName = wireName;
        }

        /** The word in element files. */
        public String wireName() {
            return wireName;
        }

        /** The source of this word, if there is one. */
        public static Optional<Source> named(String word) {
            for (Source source : values()) {
                if (source.wireName.equals(word)) {
                    return Optional.of(source);
                }
            }
            return Optional.empty();
        }
    }

    /** Where the vendor wants it. */
    public enum Destination {
        /** In a header. */
        HEADER("header"),
        /** In the query of the URL. */
        QUERY("query");

        private final String wireName;

        Destination(String wireName) {
            this.wireName = wireName;
        }

        /** The word in element files. */
        public String wireName() {
            return wireName;
        }

        /** The destination of this word, if there is one. */
        public static Optional<Destination> named(String word) {
            for (Destination destination : values()) {
                if (destination.wireName.equals(word)) {
                    return Optional.of(destination);
                }
            }
            return Optional.empty();
        }
    }
}
