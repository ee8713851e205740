package io.valence.domain.planted;

/** Holds an interface that is neither sealed nor a port. */
public final class Hiding {
    private Hiding() {}

    /** Neither a closed choice nor an open door. */
    public interface Place {
        /** Where it is. */
        String name();
    }
}
