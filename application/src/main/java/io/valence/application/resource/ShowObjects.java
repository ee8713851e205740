package io.valence.application.resource;

import io.valence.application.call.Reach;
import io.valence.application.call.Reached;
import io.valence.application.call.Setback;
import io.valence.application.call.Through;
import io.valence.domain.account.User;
import io.valence.domain.instance.InstanceId;
import io.valence.domain.resource.VendorObject;
import io.valence.domain.transformation.FieldMapping;
import io.valence.domain.transformation.Transformation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Shows the kinds of records that can be called through an instance: the vendor's, and those that
 * the application has made of them. Disabled instances show theirs too.
 */
public final class ShowObjects {
    private final Reach reach;

    /** A use case that goes this way. */
    public ShowObjects(Reach reach) {
        this.reach = reach;
    }

    /** Shows them all, in the order of their names. */
    public Outcome show(User caller, Through through) {
        return switch (reach.find(caller, through)) {
            case Reach.Found.Missed(var setback) -> new Outcome.NotCarriedOut(setback);
            case Reach.Found.Instance(var reached) ->
                    new Outcome.Listed(reached.id(), objects(reached));
        };
    }

    private static List<Shown> objects(Reached reached) {
        Map<String, Shown> objects = new TreeMap<>();
        for (VendorObject object : reached.element().api().objects()) {
            objects.put(object.name(), new Shown(object, Map.of()));
        }
        Map<String, Shown> vendors = Map.copyOf(objects);
        reached.connection()
                .transformations()
                .forEach((name, own) -> objects.put(name, reshaped(name, own, vendors)));
        return List.copyOf(objects.values());
    }

    /** The vendor's fields that the application has names for; what is not known is a text. */
    private static Shown reshaped(String name, Transformation own, Map<String, Shown> vendors) {
        Optional<VendorObject> like =
                Optional.ofNullable(vendors.get(own.vendorName())).map(Shown::object);
        List<VendorObject.Field> fields = new ArrayList<>();
        Map<String, String> paths = new HashMap<>();
        for (FieldMapping mapping : own.fields()) {
            String vendorPath = mapping.vendorPath().toString();
            paths.put(vendorPath, mapping.path().toString());
            fields.add(
                    like.stream()
                            .flatMap(object -> object.fields().stream())
                            .filter(field -> field.name().equals(vendorPath))
                            .findFirst()
                            .orElseGet(
                                    () ->
                                            new VendorObject.Field(
                                                    0, vendorPath, "string", false, false)));
        }
        return new Shown(
                new VendorObject(
                        like.map(VendorObject::id).orElse(0L),
                        name,
                        Optional.of(own.vendorName()),
                        like.flatMap(VendorObject::primaryKey),
                        fields),
                paths);
    }

    /**
     * A kind of records.
     *
     * @param paths what the application calls the vendor's fields, where it has names of its own
     */
    public record Shown(VendorObject object, Map<String, String> paths) {
        public Shown {
            paths = Map.copyOf(paths);
        }
    }

    /** What came of it. */
    public sealed interface Outcome {
        /** The kinds of records. */
        record Listed(InstanceId instance, List<Shown> objects) implements Outcome {
            public Listed {
                objects = List.copyOf(objects);
            }
        }

        /** There is no such instance. */
        record NotCarriedOut(Setback setback) implements Outcome {}
    }
}
