package io.valence.planted.adapters.persistence;

import io.valence.planted.application.Errand;
import io.valence.planted.domain.Shelves;

/** A driven adapter that drives, is open to all, and is not named for its port. */
public final class Cupboard implements Shelves {
    @Override
    public int count() {
        return new Errand().run();
    }
}
