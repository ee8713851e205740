package io.valence.application.resource;

import io.valence.application.call.Reached;
import io.valence.domain.resource.PathTemplate;
import io.valence.domain.resource.Resource;
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
 * A kind of records that can be called through an instance.
 *
 * @param own whether the application has made it of one of the vendor's
 * @param paths what the application calls the vendor's fields, where it has names of its own
 */
public record Kind(VendorObject object, boolean own, Map<String, String> paths) {
    public Kind {
        paths = Map.copyOf(paths);
    }

    /** The vendor's, and those that the application has made of them, by their names. */
    static List<Kind> all(Reached reached) {
        Map<String, Kind> objects = new TreeMap<>();
        for (VendorObject object : reached.element().api().objects()) {
            objects.put(object.name(), new Kind(object, false, Map.of()));
        }
        Map<String, Kind> vendors = Map.copyOf(objects);
        reached.connection()
                .transformations()
                .forEach((name, own) -> objects.put(name, reshaped(name, own, vendors)));
        return List.copyOf(objects.values());
    }

    /** The vendor's fields that the application has names for; what is not known is a text. */
    private static Kind reshaped(String name, Transformation own, Map<String, Kind> vendors) {
        Optional<VendorObject> like =
                Optional.ofNullable(vendors.get(String.join("/", own.place()))).map(Kind::object);
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
        return new Kind(
                new VendorObject(
                        like.map(VendorObject::id).orElse(0L),
                        name,
                        Optional.of(own.vendorName()),
                        like.flatMap(VendorObject::primaryKey),
                        fields),
                true,
                paths);
    }

    /** The same with the names that the application has for its fields. */
    VendorObject inOwnWords() {
        return new VendorObject(
                object.id(),
                object.name(),
                object.vendorName(),
                object.primaryKey().map(key -> paths.getOrDefault(key, key)),
                object.fields().stream()
                        .map(
                                field ->
                                        new VendorObject.Field(
                                                field.id(),
                                                paths.getOrDefault(field.name(), field.name()),
                                                field.type(),
                                                field.primaryKey(),
                                                field.readOnly()))
                        .toList());
    }

    /** What can be called by the names that the application has made. */
    static List<Resource> ownResources(Reached reached) {
        List<Resource> own = new ArrayList<>();
        reached.connection()
                .transformations()
                .forEach(
                        (name, transformation) -> {
                            for (Resource resource : reached.element().api().resources().all()) {
                                if (resource.isOfRecordsAt(transformation.place())) {
                                    own.add(renamed(resource, name, transformation.place()));
                                }
                            }
                        });
        return own;
    }

    private static Resource renamed(Resource resource, String name, List<String> place) {
        List<String> path = new ArrayList<>(List.of(name));
        List<String> segments = resource.path().segments();
        path.addAll(segments.subList(place.size(), segments.size()));
        return new Resource(
                resource.id(),
                resource.method(),
                PathTemplate.parse("/" + String.join("/", path)).orElse(resource.path()),
                resource.vendorMethod(),
                resource.vendorPath(),
                resource.description(),
                resource.kind(),
                Optional.of(name),
                resource.parameters(),
                resource.pagination(),
                resource.rootKey(),
                resource.nextPageKey(),
                resource.manner());
    }
}
