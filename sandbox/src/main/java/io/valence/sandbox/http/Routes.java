package io.valence.sandbox.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Which action answers which method and path. Templates look like {@code Customers/{id}/Notes}; the
 * first that fits is taken, so words are put before variables.
 */
public final class Routes implements Action {
    private final List<Route> routes = new ArrayList<>();

    private record Route(String method, List<String> template, Action action) {
        private Optional<Map<String, String>> match(List<String> path) {
            if (path.size() != template.size()) {
                return Optional.empty();
            }
            Map<String, String> variables = new HashMap<>();
            for (int i = 0; i < path.size(); i++) {
                String expected = template.get(i);
                if (expected.startsWith("{")) {
                    variables.put(expected.substring(1, expected.length() - 1), path.get(i));
                } else if (!expected.equals(path.get(i))) {
                    return Optional.empty();
                }
            }
            return Optional.of(variables);
        }
    }

    /** Adds a route. */
    public Routes on(String method, String template, Action action) {
        routes.add(new Route(method, List.of(template.split("/")), action));
        return this;
    }

    @Override
    public Answer answer(Call call) throws IOException {
        TreeSet<String> allowed = new TreeSet<>();
        for (Route route : routes) {
            Optional<Map<String, String>> variables = route.match(call.path());
            if (variables.isPresent()) {
                if (route.method().equals(call.method())) {
                    return route.action().answer(call.with(variables.get()));
                }
                allowed.add(route.method());
            }
        }
        if (allowed.isEmpty()) {
            throw Refusal.notFound("There is nothing at this path.");
        }
        throw new Refusal(
                405,
                "method_not_allowed",
                "This path does not take this method. It takes: " + String.join(", ", allowed));
    }
}
