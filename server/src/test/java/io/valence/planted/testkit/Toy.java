package io.valence.planted.testkit;

/** A sample. */
public final class Toy {
    private Toy() {}

    public static int answer() {
        return 42;
    }
}
