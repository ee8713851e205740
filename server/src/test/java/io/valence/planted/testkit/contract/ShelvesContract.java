package io.valence.planted.testkit.contract;

import io.valence.planted.domain.Shelves;

/** A contract that promises nothing. */
public interface ShelvesContract {
    Shelves shelves();
}
