package io.valence.domain.query;

import java.util.Optional;

/**
 * How a vendor is asked for an order.
 *
 * @param ascending what stands behind a field; empty if nothing does
 * @param descending what stands behind a field; empty if the vendor cannot be asked that
 * @param separator what stands between two fields; empty if there can be but one
 */
public record Sorting(
        Optional<Phrase> ascending, Optional<Phrase> descending, Optional<Phrase> separator) {
    boolean says(String word) {
        return says(ascending, word) || says(descending, word) || says(separator, word);
    }

    private static boolean says(Optional<Phrase> phrase, String word) {
        return phrase.isPresent() && phrase.get().says(word);
    }
}
