package io.valence.domain.resource;

import java.util.Optional;

/** How a vendor counts its pages. */
public enum PagingStyle {
    /** By the number of the page. */
    PAGE("page"),
    /** By the number of records before the page. */
    OFFSET("offset"),
    /** By a word that stands in the answer before. */
    CURSOR("cursor"),
    /** By an address that stands in the answer before. */
    LINK("link");

    private final String wireName;

    PagingStyle(String wireName) {
        this.wireName = wireName;
    }

    /** The word in {@code pagination.type} and in element files. */
    public String wireName() {
        return wireName;
    }

    /** The style of this word, if there is one. */
    public static Optional<PagingStyle> named(String word) {
        for (PagingStyle style : values()) {
            if (style.wireName.equals(word)) {
                return Optional.of(style);
            }
        }
        return Optional.empty();
    }
}
