package io.valence.adapters.rest.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Every route by its path, then by its method. A word goes before a variable: {@code
 * /instances/enabled} is never the instance called enabled.
 */
final class RouteTable {
    /** Stands at the end of a template for whatever follows, also for nothing. */
    static final String REST = "{*}";

    private static final Set<String> KNOWN =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final Crossing root = new Crossing();

    /** Two routes of one method and one shape of path are a mistake of ours, found at start. */
    RouteTable(List<Route> all) {
        all.forEach(this::add);
    }

    private void add(Route route) {
        Crossing crossing = root;
        String[] template = segments(route.template());
        for (String segment : template) {
            crossing = crossing.onward(way(segment));
        }
        crossing.template = template;
        boolean sameNames =
                crossing.routes.values().stream()
                        .allMatch(other -> other.template().equals(route.template()));
        if (!sameNames || crossing.routes.put(route.method(), route) != null) {
            throw new IllegalArgumentException(
                    "two routes are " + route.method() + " " + route.template());
        }
    }

    /** What the path leads to, if it leads anywhere. */
    Optional<Found> find(String path) {
        String[] segments = segments(path);
        return root.find(segments, 0).map(there -> found(there, segments));
    }

    private static Found found(Crossing there, String[] segments) {
        String[] template = there.template;
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < template.length; i++) {
            if (isVariable(template[i]) && !template[i].equals(REST)) {
                variables.put(template[i].substring(1, template[i].length() - 1), segments[i]);
            }
        }
        return new Found(there.routes, template.length, variables);
    }

    private static String[] segments(String path) {
        return path.substring(1).split("/", -1);
    }

    private static boolean isVariable(String segment) {
        return segment.startsWith("{");
    }

    private static String way(String segment) {
        if (segment.equals(REST)) {
            return Crossing.EVERYTHING;
        }
        return isVariable(segment) ? Crossing.ANYTHING : segment;
    }

    /** A place in a path, the ways on from it, and the routes that end there. */
    private static final class Crossing {
        /** No segment of a path has a slash in it. */
        static final String ANYTHING = "/";

        static final String EVERYTHING = "//";

        private final Map<String, Crossing> ways = new HashMap<>();
        private final Map<String, Route> routes = new TreeMap<>();
        private String[] template = {};

        Crossing onward(String segment) {
            return ways.computeIfAbsent(segment, unseen -> new Crossing());
        }

        Optional<Crossing> find(String[] segments, int from) {
            if (from == segments.length) {
                return routes.isEmpty() ? everything() : Optional.of(this);
            }
            return find(segments[from], segments, from)
                    .or(
                            () ->
                                    segments[from].isEmpty()
                                            ? Optional.empty()
                                            : find(ANYTHING, segments, from))
                    .or(this::everything);
        }

        private Optional<Crossing> everything() {
            return Optional.ofNullable(ways.get(EVERYTHING));
        }

        private Optional<Crossing> find(String way, String[] segments, int from) {
            return Optional.ofNullable(ways.get(way))
                    .flatMap(next -> next.find(segments, from + 1));
        }
    }

    /**
     * The routes of one path.
     *
     * @param segments how many their template has
     */
    record Found(Map<String, Route> byMethod, int segments, Map<String, String> variables) {
        /** The route of this method; HEAD is GET without its body. */
        Optional<Route> route(String method) {
            if (leadsOn()) {
                return isOfOneHop(method) ? Optional.empty() : Optional.of(any());
            }
            Route own = byMethod.get(method);
            return own != null || !method.equals("HEAD")
                    ? Optional.ofNullable(own)
                    : Optional.ofNullable(byMethod.get("GET"));
        }

        /** Whether its routes lead to whatever lies below them. */
        boolean leadsOn() {
            return any().leadsOn();
        }

        /** How many segments the template has, but for what lies below it. */
        int depth() {
            return segments - (leadsOn() ? 1 : 0);
        }

        /** What concerns a connection, and not what it leads to (RFC 9110, section 9.3). */
        private static boolean isOfOneHop(String method) {
            return method.equalsIgnoreCase("CONNECT") || method.equalsIgnoreCase("TRACE");
        }

        private Route any() {
            return byMethod.values().iterator().next();
        }

        /**
         * What the path takes; HEAD and OPTIONS are answered by rule. Of what leads on, those that
         * everybody knows.
         */
        SortedSet<String> methods() {
            if (leadsOn()) {
                return new TreeSet<>(KNOWN);
            }
            SortedSet<String> methods = new TreeSet<>(byMethod.keySet());
            if (methods.contains("GET")) {
                methods.add("HEAD");
            }
            methods.add("OPTIONS");
            return methods;
        }
    }
}
