package io.valence.domain.transformation;

import java.util.List;
import java.util.Optional;

/**
 * A field of the application's over one of the vendor's. Arrays of which both are in each item
 * answer to each other, the outermost to the outermost.
 *
 * @param type what the application takes and gives
 * @param vendorType what the vendor takes
 */
public record FieldMapping(
        FieldPath path,
        FieldPath vendorPath,
        Optional<FieldType> type,
        Optional<FieldType> vendorType,
        List<Directive> configuration) {
    public FieldMapping {
        configuration = List.copyOf(configuration);
        if (!areAlike(path, vendorPath)) {
            throw new IllegalArgumentException("each item on one side has none on the other");
        }
    }

    /** Whether each item on the one side has one on the other. */
    public static boolean areAlike(FieldPath path, FieldPath vendorPath) {
        return path.arrays().size() == vendorPath.arrays().size();
    }

    boolean isRemoved(boolean toVendor) {
        return Directive.isGiven(configuration, Directive.Kind.REMOVE, toVendor);
    }
}
