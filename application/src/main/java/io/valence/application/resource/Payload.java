package io.valence.application.resource;

/** The bytes of an answer, in JSON; nobody changes them. */
public final class Payload {
    private final byte[] bytes;

    Payload(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The bytes themselves, which whoever gets them leaves as they are. */
    public byte[] bytes() {
        return bytes;
    }

    /** How many there are. */
    public int length() {
        return bytes.length;
    }
}
