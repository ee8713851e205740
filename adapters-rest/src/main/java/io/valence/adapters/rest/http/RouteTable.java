package io.valence.adapters.rest.http;

import org.eclipse.jetty.http.pathmap.MatchedResource;
import org.eclipse.jetty.http.pathmap.PathMappings;
import org.eclipse.jetty.http.pathmap.UriTemplatePathSpec;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Every route by its path, then by its method. */
final class RouteTable {
    private final PathMappings<Map<String, Route>> routes = new PathMappings<>();

    /** Two routes of one method and one shape of path are a mistake of ours, found at start. */
    RouteTable(List<Route> all) {
        Map<String, Map<String, Route>> byShape = new HashMap<>();
        for (Route route : all) {
            UriTemplatePathSpec path = new UriTemplatePathSpec(route.template());
            String shape = route.template().replaceAll("\\{[^}]*}", "{}");
            Map<String, Route> methods =
                    byShape.computeIfAbsent(
                            shape,
                            unseen -> {
                                Map<String, Route> fresh = new TreeMap<>();
                                routes.put(path, fresh);
                                return fresh;
                            });
            boolean sameNames =
                    methods.values().stream()
                            .allMatch(other -> other.template().equals(route.template()));
            if (!sameNames || methods.put(route.method(), route) != null) {
                throw new IllegalArgumentException(
                        "two routes are " + route.method() + " " + route.template());
            }
        }
    }

    /** What the path leads to, if it leads anywhere. */
    Optional<Found> find(String path) {
        MatchedResource<Map<String, Route>> match = routes.getMatched(path);
        if (match == null) {
            return Optional.empty();
        }
        Map<String, String> variables =
                ((UriTemplatePathSpec) match.getPathSpec()).getPathParams(path);
        return Optional.of(
                new Found(match.getResource(), variables == null ? Map.of() : variables));
    }

    /** The routes of one path. */
    record Found(Map<String, Route> byMethod, Map<String, String> variables) {
        /** The route of this method; HEAD is GET without its body. */
        Optional<Route> route(String method) {
            return Optional.ofNullable(byMethod.get(method.equals("HEAD") ? "GET" : method));
        }

        Set<String> methods() {
            return byMethod.keySet();
        }
    }
}
