package io.valence.planted.application;

/** A use case. */
public final class Errand {
    public int run() {
        return 1;
    }
}
