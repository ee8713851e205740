package io.valence.domain.resource;

import io.valence.domain.document.DocumentPath;

import java.util.Optional;

/**
 * How a vendor carries out a resource, as far as the hosted platform's shape has no words for it.
 *
 * @param paging how pages are counted, where it is not as the instance's {@code pagination.type}
 * @param total where the answer says how many records there are on all pages
 * @param more where the answer says whether another page follows
 * @param idField the member of a record that tells it apart, if it is not called {@code id}
 * @param filteredHere whether a {@code where} that the vendor does not take is applied to its
 *     answer: the element vouches that the answer is the whole list
 * @param content what goes in and out
 */
public record Manner(
        Optional<PagingStyle> paging,
        Optional<DocumentPath> total,
        Optional<DocumentPath> more,
        Optional<String> idField,
        boolean filteredHere,
        Answered content) {
    /** Nothing out of the ordinary. */
    public static final Manner ORDINARY =
            new Manner(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    Answered.RECORDS);

    /** What the vendor answers with. */
    public enum Answered {
        /** Records, or whatever JSON there is. */
        RECORDS("records"),
        /** The bare id of the record that was made. */
        BARE_ID("bareId"),
        /** A file, which passes through. */
        FILE("file");

        private final String wireName;

        Answered(String wireName) {
            this.wireName = wireName;
        }

        /** The word in element files. */
        public String wireName() {
            return wireName;
        }

        /** The kind of answer of this word, if there is one. */
        public static Optional<Answered> named(String word) {
            for (Answered answered : values()) {
                if (answered.wireName.equals(word)) {
                    return Optional.of(answered);
                }
            }
            return Optional.empty();
        }
    }
}
