package io.valence.domain.resource;

import java.util.Optional;

/**
 * A value that goes along with a call to the vendor: where it comes from and where it goes to. An
 * element's own go along with every call.
 *
 * @param id its number in element files and answers
 * @param name of the part of the request; for a setting, the key of its entry; for a literal, the
 *     literal itself
 * @param vendorName what the vendor calls it
 * @param required whether a call without it is refused
 * @param description for people
 */
public record Parameter(
        long id,
        String name,
        Source source,
        String vendorName,
        Destination destination,
        boolean required,
        Optional<String> description) {
    /** One that is not required, and that its names describe. */
    public Parameter(
            long id, String name, Source source, String vendorName, Destination destination) {
        this(id, name, source, vendorName, destination, false, Optional.empty());
    }

    /** Where the value comes from. */
    public enum Source {
        /** The instance's setting of this name. */
        CONFIGURATION("configuration"),
        /** The name itself is the value. */
        VALUE("value"),
        /** The caller's header of this name. */
        HEADER("header"),
        /** The caller's query. */
        QUERY("query"),
        /** The segment of the caller's path that stands for this name. */
        PATH("path"),
        /** The caller's whole body. */
        BODY("body"),
        /** A member of the caller's body, by its dotted path. */
        BODY_FIELD("bodyField"),
        /** A part of the caller's message of several parts, such as a file. */
        MULTIPART("multipart");

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
        QUERY("query"),
        /** In the path of the URL, at the name in braces. */
        PATH("path"),
        /** As the body. */
        BODY("body"),
        /** As a member of the body, at a dotted path. */
        BODY_FIELD("bodyField"),
        /** As a part of a message of several parts. */
        MULTIPART("multipart"),
        /** Nowhere: this server alone looks at it. */
        NOWHERE("no-op");

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
