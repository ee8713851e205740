package io.valence.planted.server;

import io.valence.planted.adapters.persistence.Cupboard;

/** Does not come in by the door. */
record Burglar(Cupboard cupboard) {}
