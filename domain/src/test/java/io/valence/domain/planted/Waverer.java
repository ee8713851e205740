package io.valence.domain.planted;

/** Can be changed, and can be inherited from. */
public class Waverer {
    private int mood;

    /** In another mood. */
    public int turn() {
        mood++;
        return mood;
    }
}
