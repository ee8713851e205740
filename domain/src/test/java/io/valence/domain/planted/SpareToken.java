package io.valence.domain.planted;

/** A secret that prints itself. */
public record SpareToken(String text) {}
