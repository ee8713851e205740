package io.valence.adapters.rest.http;

/**
 * One thing that callers can do: a method, a path template such as {@code /api-v2/instances/{id}},
 * and what is done.
 *
 * @param template below {@code /elements}
 */
public record Route(String method, String template, Action action) {
    /** Stands for every method that may lead on. */
    static final String ANY = "*";

    /** What is done. */
    public interface Action {
        /** Carries out the call. */
        Answer answer(Call call);
    }

    /**
     * A route of every method but CONNECT and TRACE to whatever lies below this template; what that
     * is, {@link Call#target} says.
     */
    public static Route everythingBelow(String template, Action action) {
        return new Route(ANY, template + "/" + RouteTable.REST, action);
    }

    /** Whether it leads to whatever lies below it. */
    boolean leadsOn() {
        return template.endsWith(RouteTable.REST);
    }

    /** Whether it says how the server is, which must be heard when the server is busiest. */
    boolean needsNoPlace() {
        return template.startsWith("/health/") || template.equals("/metrics");
    }

    /** A route that reads. */
    public static Route get(String template, Action action) {
        return new Route("GET", template, action);
    }

    /** A route that makes something, or updates it for old clients. */
    public static Route post(String template, Action action) {
        return new Route("POST", template, action);
    }

    /** A route that changes something. */
    public static Route put(String template, Action action) {
        return new Route("PUT", template, action);
    }

    /** A route that changes a part of something. */
    public static Route patch(String template, Action action) {
        return new Route("PATCH", template, action);
    }

    /** A route that removes something. */
    public static Route delete(String template, Action action) {
        return new Route("DELETE", template, action);
    }
}
