package io.valence.planted.adapters.rest;

import io.valence.planted.domain.Shelves;

/** Asks a port instead of a use case. */
record Shortcut(Shelves shelves) {}
