package io.valence.domain.document;

import java.util.Arrays;

/** The bytes of a document, which nobody changes. */
public final class Payload {
    private final byte[] bytes;

    /** These bytes, which are this payload's from now on. */
    public Payload(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The bytes themselves: whoever gets them leaves them as they are. */
    public byte[] bytes() {
        return bytes;
    }

    /** How many there are. */
    public int length() {
        return bytes.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Payload payload && Arrays.equals(payload.bytes, bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Its size alone: documents hold personal data. */
    @Override
    public String toString() {
        return bytes.length + " bytes";
    }
}
