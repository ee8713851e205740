package io.valence.adapters.rest.http;

import io.valence.application.account.IdentifyCaller;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * What every request goes through: it gets an id, is routed, answered whatever happens, measured
 * and logged.
 *
 * <p>Routing is tolerant, since clients join addresses carelessly: repeated and trailing slashes do
 * not count.
 */
public final class FrontDoor extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(FrontDoor.class);

    private static final Duration LOOK = Duration.ofSeconds(1);

    static final String CONTEXT = "/elements";

    private final RouteTable routes;
    private final IdentifyCaller identify;
    private final Predicate<Throwable> isOutage;
    private final CallLog log;
    private final Places places;
    private final Duration patience;
    private final Takers takers;
    private volatile Scheduler.Task look = () -> false;

    /**
     * The door to these routes; an outage is a failure of what we stand on, not of ours.
     *
     * @param mostCalls how many are carried out at a time, without those that lead on
     * @param mostOnward how many of these
     * @param patience how long a body may take however slowly it flows
     */
    public FrontDoor(
            List<Route> routes,
            IdentifyCaller identify,
            Predicate<Throwable> isOutage,
            CallLog log,
            int mostCalls,
            int mostOnward,
            Duration patience) {
        this.patience = patience;
        this.takers = new Takers(patience);
        this.places = new Places(mostCalls, mostOnward);
        this.routes = new RouteTable(routes);
        this.identify = identify;
        this.isOutage = isOutage;
        this.log = log;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        lookLater();
    }

    /** Looks for stuck callers, again and again. */
    private void lookLater() {
        look =
                getServer()
                        .getScheduler()
                        .schedule(
                                () -> {
                                    try {
                                        takers.endStuck();
                                    } finally {
                                        lookLater();
                                    }
                                },
                                LOOK.toMillis(),
                                TimeUnit.MILLISECONDS);
    }

    @Override
    protected void doStop() throws Exception {
        look.cancel();
        super.doStop();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        long began = System.nanoTime();
        String path = path(request);
        Optional<RouteTable.Found> found =
                path.startsWith(CONTEXT + "/")
                        ? routes.find(path.substring(CONTEXT.length()))
                        : Optional.empty();
        Optional<Route> route = found.flatMap(there -> there.route(request.getMethod()));
        Optional<RouteTable.Found> onward = found.filter(RouteTable.Found::leadsOn);
        Exchange exchange =
                new Exchange(
                        request, onward.map(FrontDoor::depth).orElse(Exchange.WHOLE), patience);
        Call call =
                new Call(
                        RequestId.fresh(),
                        exchange,
                        found.map(RouteTable.Found::variables).orElse(Map.of()),
                        identify);
        Answer answer;
        try {
            refuseAmbiguous(exchange, onward.isPresent());
            answer =
                    isAnsweredHere(request, onward.isPresent())
                            ? Answer.done().with("Allow", Cors.METHODS)
                            : route.isPresent()
                                    ? carryOut(route.get(), call)
                                    : noRoute(call, found, path);
        } catch (Refusal refusal) {
            answer = ErrorBody.plain(call, refusal.status(), refusal.sentence());
        } catch (RuntimeException | Error failure) {
            answer = failed(call, failure);
        }
        int status =
                send(
                        new Outgoing(exchange, request, response, callback, takers),
                        call,
                        path,
                        answer);
        log.of(call, request.getMethod(), path, route, status, System.nanoTime() - began);
        return true;
    }

    /** What others than we answer OPTIONS, they are asked. */
    private static boolean isAnsweredHere(Request request, boolean leadsOn) {
        return request.getMethod().equals("OPTIONS") && (!leadsOn || Cors.isPreflight(request));
    }

    /** How many segments of a path lead there. */
    private static int depth(RouteTable.Found found) {
        return found.depth() + 1;
    }

    /**
     * Refuses what can be read in two ways: a path must mean the same to whoever reads it. What
     * lies below a route that leads on is another's to read, but for dots, and the query too.
     */
    private static void refuseAmbiguous(Exchange exchange, boolean leadsOn) {
        if (exchange.hasDots()) {
            throw Refusal.badRequest(
                    "The path has a segment of dots alone. Send the path that is meant.");
        }
        if (exchange.isAmbiguous()) {
            throw Refusal.badRequest(
                    "The path can be read in two ways. Leave out encoded slashes, encoded percent"
                            + " signs and path parameters.");
        }
        if (!leadsOn) {
            exchange.parameters();
        }
    }

    /** The path with one slash where there are several, and none at its end. */
    private static String path(Request request) {
        String raw = Optional.ofNullable(request.getHttpURI().getCanonicalPath()).orElse("/");
        if (!raw.contains("//") && !raw.endsWith("/")) {
            return raw;
        }
        StringBuilder path = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c != '/' || path.isEmpty() || path.charAt(path.length() - 1) != '/') {
                path.append(c);
            }
        }
        while (path.length() > 1 && path.charAt(path.length() - 1) == '/') {
            path.setLength(path.length() - 1);
        }
        return path.toString();
    }

    /** Sends it. What passes through has kept its place until then. */
    private int send(Outgoing outgoing, Call call, String path, Answer answer) {
        try {
            return outgoing.send(call, path, answer);
        } finally {
            if (answer.stream().isPresent()) {
                places.leaveOnward();
            }
        }
    }

    private Answer carryOut(Route route, Call call) {
        boolean json =
                route.template().startsWith("/api-v2/") || route.template().startsWith("/admin/");
        if (json && !route.leadsOn()) {
            call.requireJsonAccepted();
        }
        if (route.leadsOn()) {
            return leadOn(route, call);
        }
        if (route.needsNoPlace()) {
            return route.action().answer(call);
        }
        places.enter();
        try {
            return route.action().answer(call);
        } finally {
            places.leave();
        }
    }

    private Answer leadOn(Route route, Call call) {
        if (!places.enterOnward()) {
            return ErrorBody.plain(
                            call,
                            503,
                            "So many calls to vendors are under way that this one was not begun."
                                    + " Try again in a moment.")
                    .with("Retry-After", "1");
        }
        boolean passesThrough = false;
        try {
            Answer answer = route.action().answer(call);
            passesThrough = answer.stream().isPresent();
            return answer;
        } finally {
            if (!passesThrough) {
                places.leaveOnward();
            }
        }
    }

    private static Answer noRoute(Call call, Optional<RouteTable.Found> found, String path) {
        if (found.isEmpty()) {
            return ErrorBody.plain(
                    call,
                    404,
                    path.startsWith(CONTEXT + "/api-v2")
                            ? "There is nothing at this path. See /elements/api-docs for what there"
                                    + " is."
                            : "There is nothing at this path. The API is below /elements/api-v2,"
                                    + " and /elements/api-docs shows it.");
        }
        String allowed = String.join(", ", found.get().methods());
        return ErrorBody.plain(
                        call,
                        405,
                        "This path does not take this method. It takes: " + allowed + ".")
                .with("Allow", allowed);
    }

    private Answer failed(Call call, Throwable failure) {
        if (isOutage.test(failure)) {
            LOG.atError()
                    .addKeyValue("request", call.requestId())
                    .addKeyValue("cause", failure.getClass().getSimpleName())
                    .log("The database does not answer");
            return ErrorBody.plain(
                            call, 503, "The server cannot work just now. Try again in a moment.")
                    .with("Retry-After", "2");
        }
        LOG.atError()
                .setCause(failure)
                .addKeyValue("request", call.requestId())
                .log("A request failed unexpectedly");
        return ErrorBody.plain(
                call,
                500,
                "Something went wrong here, not with your request. Name the request id to the"
                        + " operator.");
    }
}
