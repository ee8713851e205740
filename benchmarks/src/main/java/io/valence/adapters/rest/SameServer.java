package io.valence.adapters.rest;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.valence.adapters.rest.http.CallLog;

import org.eclipse.jetty.server.Handler;

import java.time.Duration;

/** The HTTP server of the API, with a handler of somebody else's in its place. */
public final class SameServer {
    private SameServer() {}

    /** Serves the handler on any free port. */
    public static RestApi start(Handler handler) {
        return start(handler, 0);
    }

    /** Serves the handler on this port, in all else set up as the API is. */
    public static RestApi start(Handler handler, int port) {
        return RestApi.start(
                new RestSettings(
                        "127.0.0.1",
                        port,
                        2000,
                        200,
                        1000,
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(5),
                        true),
                handler,
                new CallLog(new SimpleMeterRegistry()));
    }
}
