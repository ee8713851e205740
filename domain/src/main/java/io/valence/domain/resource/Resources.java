package io.valence.domain.resource;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * All resources of an element, found by what callers ask for. A word of a path goes before a name
 * in braces: {@code /customers/count} is never the customer called count.
 */
public final class Resources {
    /** None at all. */
    public static final Resources NONE = of(List.of());

    private final List<Resource> all;
    private final Place root;

    private Resources(List<Resource> all, Place root) {
        this.all = all;
        this.root = root;
    }

    /** These; an {@link IllegalArgumentException} if two have one method and one shape of path. */
    public static Resources of(List<Resource> resources) {
        Place root = new Place(new HashMap<>(), new TreeMap<>());
        for (Resource resource : resources) {
            Place place = root;
            for (String segment : resource.path().segments()) {
                place =
                        place.ways()
                                .computeIfAbsent(
                                        segment.startsWith("{") ? Place.ANY : segment,
                                        unseen -> new Place(new HashMap<>(), new TreeMap<>()));
            }
            if (place.byMethod().put(resource.method(), resource) != null) {
                throw new IllegalArgumentException(
                        "two resources are " + resource.method() + " " + resource.path());
            }
        }
        return new Resources(List.copyOf(resources), root);
    }

    /** Each, in the order of the file. */
    public List<Resource> all() {
        return all;
    }

    /** What is at this path, whatever the method; its segments are decoded. */
    public Optional<Found> find(List<String> segments) {
        return root.find(segments, 0).map(place -> new Found(place.byMethod(), segments));
    }

    /** A place in a path: the ways on from it, and the resources that end there. */
    private record Place(Map<String, Place> ways, Map<String, Resource> byMethod) {
        /** No segment has a slash in it. */
        static final String ANY = "/";

        Optional<Place> find(List<String> segments, int from) {
            if (from == segments.size()) {
                return byMethod.isEmpty() ? Optional.empty() : Optional.of(this);
            }
            Optional<Place> named = onward(segments.get(from), segments, from);
            return named.isPresent() ? named : onward(ANY, segments, from);
        }

        private Optional<Place> onward(String way, List<String> segments, int from) {
            Place next = ways.get(way);
            return next == null ? Optional.empty() : next.find(segments, from + 1);
        }
    }

    /** The resources at one path. */
    public record Found(Map<String, Resource> byMethod, List<String> segments) {
        public Found {
            byMethod = Map.copyOf(byMethod);
            segments = List.copyOf(segments);
        }

        /** The one of this method. */
        public Optional<Resource> of(String method) {
            return Optional.ofNullable(byMethod.get(method));
        }

        /** The methods that there are. */
        public Set<String> methods() {
            return byMethod.keySet();
        }

        /** The segments that the names in braces stand for, by these names. */
        public Map<String, String> variables(Resource resource) {
            Map<String, String> variables = new HashMap<>();
            List<String> template = new ArrayList<>(resource.path().segments());
            for (int i = 0; i < template.size(); i++) {
                String segment = template.get(i);
                if (segment.startsWith("{")) {
                    variables.put(segment.substring(1, segment.length() - 1), segments.get(i));
                }
            }
            return Map.copyOf(variables);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Resources resources && resources.all.equals(all);
    }

    @Override
    public int hashCode() {
        return all.hashCode();
    }

    @Override
    public String toString() {
        return "Resources" + all.stream().map(each -> each.method() + " " + each.path()).toList();
    }
}
