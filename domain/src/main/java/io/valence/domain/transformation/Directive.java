package io.valence.domain.transformation;

import java.util.List;

/**
 * What is asked for beyond the mapping of fields, of a whole transformation or of one field.
 *
 * @param fromVendor whether it goes for what the vendor sends
 * @param toVendor whether it goes for what is sent to the vendor
 */
public record Directive(Kind kind, boolean fromVendor, boolean toVendor) {
    /** What is asked for. */
    public enum Kind {
        /** What no field maps passes as it is. */
        PASS_THROUGH,
        /** The field is hidden; of a whole transformation: whatever no field maps is. */
        REMOVE,
        /** Kept as it was said: there is nothing above an instance to inherit from. */
        INHERIT,
        /** Kept as it was said, for whoever writes documents. */
        ADD_TO_DOCUMENTATION
    }

    static boolean isGiven(List<Directive> directives, Kind kind, boolean toVendor) {
        return directives.stream()
                .filter(one -> one.kind() == kind)
                .anyMatch(one -> toVendor ? one.toVendor() : one.fromVendor());
    }
}
