package io.valence.adapters.rest.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * What stays of every call: a line in the log, and its time among the metrics. Queries are in
 * neither.
 */
public final class CallLog {
    private static final Logger LOG = LoggerFactory.getLogger("io.valence.request");

    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final int LONGEST_PATH = 200;

    private final MeterRegistry metrics;
    private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();

    private record Kind(String method, String route, int status) {}

    /** A record that is kept in these metrics. */
    public CallLog(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    void of(
            Call call,
            String method,
            String path,
            Optional<Route> route,
            int status,
            long nanoseconds) {
        String verb = METHODS.contains(method) ? method : "OTHER";
        Kind kind = new Kind(verb, route.map(Route::template).orElse("none"), status);
        timers.computeIfAbsent(kind, this::timer).record(nanoseconds, TimeUnit.NANOSECONDS);
        LoggingEventBuilder line =
                route.map(Route::template).orElse("").startsWith("/health")
                        ? LOG.atDebug()
                        : LOG.atInfo();
        line = line.addKeyValue("request", call.requestId());
        line = line.addKeyValue("method", verb).addKeyValue("path", printable(path));
        line = line.addKeyValue("status", status);
        line = line.addKeyValue("ms", nanoseconds / 1_000_000);
        for (Map.Entry<String, String> note : call.notes().entrySet()) {
            line = line.addKeyValue(note.getKey(), note.getValue());
        }
        line.log("answered");
    }

    private Timer timer(Kind kind) {
        return Timer.builder("valence.http.requests")
                .description("Requests by method, route and status")
                .tag("method", kind.method())
                .tag("route", kind.route())
                .tag("status", Integer.toString(kind.status()))
                .register(metrics);
    }

    private static String printable(String path) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.min(path.length(), LONGEST_PATH); i++) {
            char c = path.charAt(i);
            text.append(c > ' ' && c < 0x7f && c != '"' ? c : '?');
        }
        return text.toString();
    }
}
