package io.valence.adapters.vendor;

import io.valence.domain.call.Content;

import org.apache.hc.client5.http.io.ConnectionEndpoint;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;

import java.io.IOException;
import java.net.SocketException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** The way of every request: past the guard, over a line, under the watch. */
final class Wire {
    private static final Set<String> REPEATABLE = Set.of("GET", "HEAD", "OPTIONS", "PUT", "DELETE");

    private final Guard guard;
    private final Lines lines;
    private final Watch watch;
    private final VendorSettings settings;

    Wire(Guard guard, Lines lines, Watch watch, VendorSettings settings) {
        this.guard = guard;
        this.lines = lines;
        this.watch = watch;
        this.settings = settings;
    }

    /**
     * Sends a request and waits for the head of its answer.
     *
     * @param endAt the time, as {@link System#nanoTime} tells it, at which it has to be there
     */
    Exchange.Received send(
            Origin origin, BasicClassicHttpRequest request, Optional<Content> content, long endAt)
            throws Barred, Failure, Upload.Broken {
        guard.admit(origin);
        Exchange exchange = begin(origin);
        try {
            return exchange.run(request, content, endAt);
        } catch (IOException | HttpException | RuntimeException failure) {
            exchange.discard();
            boolean worthAgain = content.isEmpty() && REPEATABLE.contains(request.getMethod());
            if (!worthAgain || !exchange.isOnUsedLine() || !isDead(exchange, failure)) {
                throw explained(exchange, failure);
            }
        }
        Exchange second = begin(origin);
        second.beginAnew();
        try {
            return second.run(request, content, endAt);
        } catch (IOException | HttpException | RuntimeException failure) {
            second.discard();
            throw explained(second, failure);
        }
    }

    private Exchange begin(Origin origin) throws Failure {
        try {
            ConnectionEndpoint line = lines.lease(origin);
            return new Exchange(lines, watch, settings, origin, line);
        } catch (TimeoutException _) {
            throw Failure.crowded(origin.host());
        } catch (IOException failed) {
            throw Failure.of(failed, origin.host(), false);
        }
    }

    /** Whether the line had been dead before: not a byte has come back. */
    private static boolean isDead(Exchange exchange, Exception failure) {
        return switch (failure) {
            case NoHttpResponseException _ -> !exchange.isAborted();
            case ConnectionClosedException _, SocketException _ ->
                    !exchange.isAborted() && !exchange.wasAsked();
            default -> false;
        };
    }

    private static Failure explained(Exchange exchange, Exception failure)
            throws Barred, Upload.Broken {
        if (failure instanceof Barred barred) {
            throw barred;
        }
        if (failure instanceof Upload.Broken caller) {
            throw caller;
        }
        String host = exchange.origin().host();
        return exchange.isAborted()
                ? Failure.outOfTime(host, exchange.wasSent())
                : Failure.of(failure, host, exchange.wasSent());
    }
}
