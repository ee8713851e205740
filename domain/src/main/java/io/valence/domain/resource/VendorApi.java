package io.valence.domain.resource;

import io.valence.domain.query.Dialect;

import java.util.List;
import java.util.Optional;

/**
 * What an element says of its vendor's API.
 *
 * @param objects the kinds of records, in the order of the file
 * @param dialect how the vendor is asked for some of its records, if it can be
 */
public record VendorApi(
        Resources resources, List<VendorObject> objects, Optional<Dialect> dialect) {
    /** Nothing: the vendor can be called by its own paths alone. */
    public static final VendorApi UNKNOWN =
            new VendorApi(Resources.NONE, List.of(), Optional.empty());

    public VendorApi {
        objects = List.copyOf(objects);
    }
}
