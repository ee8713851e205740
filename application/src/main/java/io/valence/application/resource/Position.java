package io.valence.application.resource;

/** Where in a vendor's list a page begins. */
sealed interface Position {
    /** After so many records. */
    record After(long records) implements Position {}

    /**
     * With the page that the vendor calls so.
     *
     * @param word the vendor's own; empty for its first page
     * @param skip how many records of it were handed out before
     * @param trail of the words that led there
     */
    record At(String word, int skip, Trail trail) implements Position {}

    /** After so many records, of which those before a page are passed over one page at a time. */
    static Position first(boolean byWords, long records) {
        return byWords ? new At("", Math.toIntExact(records), Trail.START) : new After(records);
    }
}
