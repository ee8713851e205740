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
    private static final String NO_ROUTE = "none";

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
        String template = route.map(Route::template).orElse(NO_ROUTE);
        measure(method, template, status, nanoseconds);
        LoggingEventBuilder line = template.startsWith("/health") ? LOG.atDebug() : LOG.atInfo();
        line = begin(line, call.requestId(), method).addKeyValue("path", printable(path));
        line = line.addKeyValue("status", status);
        line = line.addKeyValue("ms", nanoseconds / 1_000_000);
        for (Map.Entry<String, String> note : call.notes().entrySet()) {
            line = line.addKeyValue(note.getKey(), note.getValue());
        }
        line.log("answered");
    }

    /** What never became a call has no path that could be trusted. */
    void ofBroken(RequestId id, String method, int status) {
        measure(method, NO_ROUTE, status, 0);
        begin(LOG.atInfo(), id, method).addKeyValue("status", status).log("refused");
    }

    private static LoggingEventBuilder begin(
            LoggingEventBuilder line, RequestId id, String method) {
        return line.addKeyValue("request", id).addKeyValue("method", verb(method));
    }

    private static String verb(String method) {
        return METHODS.contains(method) ? method : "OTHER";
    }

    private void measure(String method, String template, int status, long nanoseconds) {
        timers.computeIfAbsent(new Kind(verb(method), template, status), this::timer)
                .record(nanoseconds, TimeUnit.NANOSECONDS);
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
