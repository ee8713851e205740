package io.valence.domain.resource;

import java.util.Optional;

/**
 * Where a vendor's answer says how to go on: {@code body.page.next}, {@code header.x-next}, and
 * with {@code ?cursor} behind it the parameter of that name in the address that stands there.
 *
 * @param part the body or a header
 * @param where a dotted path in the body, or the name of the header
 * @param parameter which part of an address is meant, if not all of what stands there
 */
public record NextPageKey(Part part, String where, Optional<String> parameter) {
    /** Which part of an answer. */
    public enum Part {
        /** The body. */
        BODY,
        /** A header. */
        HEADER
    }

    /**
     * The key that this text is, if it is one; without a part at its beginning the body is meant.
     */
    public static Optional<NextPageKey> parse(String text) {
        int mark = text.indexOf('?');
        Optional<String> parameter =
                mark < 0 ? Optional.empty() : Optional.of(text.substring(mark + 1));
        String key = mark < 0 ? text : text.substring(0, mark);
        Part part = key.startsWith("header.") ? Part.HEADER : Part.BODY;
        String where =
                key.startsWith("header.") || key.startsWith("body.")
                        ? key.substring(key.indexOf('.') + 1)
                        : key;
        return where.isEmpty() || parameter.filter(String::isEmpty).isPresent()
                ? Optional.empty()
                : Optional.of(new NextPageKey(part, where, parameter));
    }

    /** As element files write it. */
    @Override
    public String toString() {
        return (part == Part.HEADER ? "header." : "body.")
                + where
                + parameter.map(name -> "?" + name).orElse("");
    }
}
