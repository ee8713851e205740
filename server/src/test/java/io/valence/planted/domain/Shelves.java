package io.valence.planted.domain;

/** A port whose contract promises nothing. */
public interface Shelves {
    int count();
}
