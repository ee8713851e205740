package io.valence.planted.domain;

/** A port without contract, port in memory and adapter. */
public interface Drawers {
    int count();
}
