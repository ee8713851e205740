package io.valence.domain.planted;

/** A port that pretends where an adapter does nothing. */
public interface Pretenders {
    /** How many there are. */
    default int count() {
        return 0;
    }
}
