package io.valence.domain.document;

/** What came of reading a document. */
public sealed interface Reading {
    /** The document. */
    record Read(Node document) implements Reading {}

    /** There are no bytes, or white space alone. */
    record Blank() implements Reading {}

    /**
     * The bytes are none.
     *
     * @param why where it goes wrong, such as {@code line 1, column 5}, or what is wrong with the
     *     whole; never with a word of it
     */
    record Unreadable(String why) implements Reading {}

    /** There are more bytes than wanted. */
    record TooLong(int most) implements Reading {}

    /**
     * The bytes ended before their end.
     *
     * @param late whether they took too long
     */
    record BrokeOff(boolean late) implements Reading {}
}
