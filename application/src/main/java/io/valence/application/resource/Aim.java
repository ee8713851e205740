package io.valence.application.resource;

import io.valence.application.call.Reached;
import io.valence.domain.resource.Resources;
import io.valence.domain.transformation.Transformation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a path leads to: the resources at it, and how their records are reshaped if the path begins
 * with the application's own name for them.
 */
record Aim(Resources.Found found, Optional<Transformation> transformation) {
    /** What this path leads to through an instance, if it leads anywhere. */
    static Optional<Aim> at(List<String> segments, Reached reached) {
        Resources resources = reached.element().api().resources();
        Map<String, Transformation> own = reached.connection().transformations();
        Transformation transformation =
                segments.isEmpty() || own.isEmpty() ? null : own.get(segments.getFirst());
        if (transformation == null) {
            return resources.find(segments).map(found -> new Aim(found, Optional.empty()));
        }
        List<String> vendors = new ArrayList<>(transformation.place());
        vendors.addAll(segments.subList(1, segments.size()));
        return resources.find(vendors).map(found -> reshaped(found, transformation));
    }

    /** What hangs on a record, such as its notes, is none itself. */
    private static Aim reshaped(Resources.Found found, Transformation transformation) {
        boolean ofRecords =
                found.byMethod().values().iterator().next().isOfRecordsAt(transformation.place());
        return new Aim(found, ofRecords ? Optional.of(transformation) : Optional.empty());
    }
}
