package io.valence.domain.query;

/** What becomes of an expression, or of an order, in a vendor's own language. */
public sealed interface Translation {
    /** How the vendor writes it; not yet encoded for an address. */
    record Written(String text) implements Translation {}

    /**
     * What the vendor cannot be asked.
     *
     * @param position the number of the character from which on it cannot, from 1
     * @param reason for people; a clause without its full stop
     */
    record Impossible(int position, String reason) implements Translation {
        /** What to change, for people; a sentence without its full stop. */
        public String sentence() {
            return "At character " + position + ": " + reason;
        }
    }
}
