package io.valence.adapters.vendor;

import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;

import javax.net.ssl.SSLException;

/**
 * Says why a vendor gave no answer; in words that may be shown, so never in those of the cause.
 *
 * <p>Without a stack trace: it is expected, and there may be thousands a second.
 */
final class Failure extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean late;
    private final boolean sent;
    private final boolean ofHost;

    private Failure(String reason, boolean late, boolean sent) {
        this(reason, late, sent, true);
    }

    private Failure(String reason, boolean late, boolean sent, boolean ofHost) {
        super(reason, null, false, false);
        this.late = late;
        this.sent = sent;
        this.ofHost = ofHost;
    }

    String reason() {
        return String.valueOf(getMessage());
    }

    /** Whether it was time that ran out. */
    boolean isLate() {
        return late;
    }

    /** Whether the vendor may have received the request. */
    boolean wasSent() {
        return sent;
    }

    /** Whether it speaks against the host, and not against us. */
    boolean isOfHost() {
        return ofHost;
    }

    static Failure outOfTime(String host, boolean sent) {
        return new Failure(
                "The host "
                        + host
                        + (sent ? " did not answer in time" : " took no connection in time"),
                true,
                sent);
    }

    static Failure crowded(String host) {
        return new Failure("Too many calls to " + host + " are under way", true, false, false);
    }

    static Failure circling(String host) {
        return new Failure("The host " + host + " redirects without an end", false, true);
    }

    /** The vendor led there, and has done its part. */
    static Failure resting(String reason) {
        return new Failure(reason, false, true, false);
    }

    /** It is the vendor who led there, to where nothing may go. */
    static Failure misled(String reason) {
        return new Failure("The vendor redirected the request: " + reason, false, true);
    }

    static Failure of(Exception cause, String host, boolean sent) {
        return switch (cause) {
            case TimedLookup.Late _ ->
                    new Failure("The host " + host + " could not be looked up in time", true, sent);
            case UnknownHostException _ ->
                    new Failure("The host " + host + " is not known", false, sent);
            case ConnectTimeoutException _ ->
                    new Failure("The host " + host + " took no connection in time", true, sent);
            case SocketTimeoutException _ -> outOfTime(host, sent);
            case ConnectException _ ->
                    new Failure("The host " + host + " takes no connections", false, sent);
            case NoRouteToHostException _ ->
                    new Failure("There is no way to the host " + host, false, sent);
            case SSLException _ ->
                    new Failure(
                            "The host " + host + " could not prove who it is, or speaks no TLS",
                            false,
                            sent);
            case MessageConstraintException _ ->
                    new Failure("The host " + host + " sent too long a header", false, sent);
            case HttpException _ ->
                    new Failure(
                            "The host " + host + " answered something that is not HTTP",
                            false,
                            sent);
            case InterruptedIOException _ -> outOfTime(host, sent);
            case IOException _ ->
                    new Failure(
                            "The host " + host + " ended the connection before its answer",
                            false,
                            sent);
            default ->
                    new Failure(
                            "The request to " + host + " could not be made", false, sent, false);
        };
    }
}
