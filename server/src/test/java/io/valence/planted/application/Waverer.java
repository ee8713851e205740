package io.valence.planted.application;

/** Remembers from call to call, and can be inherited from. */
class Waverer {
    private int count;

    int next() {
        count++;
        return count;
    }
}
