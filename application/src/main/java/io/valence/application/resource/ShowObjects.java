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
                    new Outcome.Shown(reached.id(), objects(reached));
        };
    }

    private static List<VendorObject> objects(Reached reached) {
        Map<String, VendorObject> objects = new TreeMap<>();
        for (VendorObject object : reached.element().api().objects()) {
            objects.put(object.name(), object);
        }
        Map<String, VendorObject> vendors = Map.copyOf(objects);
        reached.connection()
                .transformations()
                .forEach((name, own) -> objects.put(name, reshaped(name, own, vendors)));
        return List.copyOf(objects.values());
    }

    /** The application's fields; a type that it does not say is the vendor's. */
    private static VendorObject reshaped(
            String name, Transformation own, Map<String, VendorObject> vendors) {
        Optional<VendorObject> like = Optional.ofNullable(vendors.get(own.vendorName()));
        List<VendorObject.Field> fields = new ArrayList<>();
        for (FieldMapping mapping : own.fields()) {
            String vendorPath = mapping.vendorPath().toString();
            String type =
                    like.stream()
                            .flatMap(object -> object.fields().stream())
                            .filter(field -> field.name().equals(vendorPath))
                            .map(VendorObject.Field::type)
                            .findFirst()
                            .orElse("string");
            fields.add(
                    new VendorObject.Field(
                            fields.size() + 1, mapping.path().toString(), type, false, false));
        }
        return new VendorObject(
                like.map(VendorObject::id).orElse(0L),
                name,
                Optional.of(own.vendorName()),
                Optional.empty(),
                fields);
    }

    /** What came of it. */
    public sealed interface Outcome {
        /** The kinds of records. */
        record Shown(InstanceId instance, List<VendorObject> objects) implements Outcome {
            public Shown {
                objects = List.copyOf(objects);
            }
        }

        /** There is no such instance. */
        record NotCarriedOut(Setback setback) implements Outcome {}
    }
}
