package io.valence.planted.adapters.catalog;

import io.valence.planted.adapters.persistence.Cupboard;

/** Goes next door. */
record Neighbour(Cupboard cupboard) {}
