package io.valence.adapters.vendor;

import io.valence.domain.call.Content;
import io.valence.domain.call.Credentials;
import io.valence.domain.call.Header;
import io.valence.domain.call.Preview;
import io.valence.domain.call.VendorAnswer;
import io.valence.domain.call.VendorRequest;
import io.valence.domain.call.Vendors;

import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The APIs of vendors, by Apache's HTTP client. */
final class ApacheVendors implements Vendors {
    private static final Logger LOG = LoggerFactory.getLogger(ApacheVendors.class);
    private static final int MOST_HOPS = 5;
    private static final int NOT_MODIFIED = 304;

    /** One would open a tunnel past the guard, the other would send back the credentials. */
    private static final Set<String> UNSUITABLE = Set.of("CONNECT", "TRACE");

    private final Wire wire;
    private final Breakers breakers;
    private final VendorSettings settings;

    ApacheVendors(Wire wire, Breakers breakers, VendorSettings settings) {
        this.wire = wire;
        this.breakers = breakers;
        this.settings = settings;
    }

    @Override
    public VendorAnswer send(VendorRequest request) {
        try {
            return follow(request);
        } catch (Barred barred) {
            return new VendorAnswer.Barred(barred.reason());
        } catch (AtRest rested) {
            return new VendorAnswer.Resting(rested.reason(), rested.rest());
        } catch (Upload.Broken caller) {
            return new VendorAnswer.BodyBrokeOff(caller.isLate());
        } catch (Failure failure) {
            return new VendorAnswer.Unreachable(
                    failure.reason(), failure.isLate(), failure.wasSent());
        }
    }

    @Override
    public Preview preview(VendorRequest request) {
        try {
            requireSuitable(request.method());
            Credentials masked = request.credentials().masked();
            Hop hop = first(request, Headers.forVendor(request.headers(), masked), masked);
            BasicClassicHttpRequest out = written(hop);
            return new Preview.Outgoing(hop.method(), hop.origin() + hop.target(), Headers.of(out));
        } catch (Barred barred) {
            return new Preview.Barred(barred.reason());
        }
    }

    private static void requireSuitable(String method) throws Barred {
        if (!Header.isToken(method) || UNSUITABLE.contains(method.toUpperCase(Locale.ROOT))) {
            throw new Barred("This method does not go through");
        }
    }

    /** The request as it goes to the vendor's own host. */
    private static Hop first(VendorRequest request, List<Header> suiting, Credentials credentials)
            throws Barred {
        return new Hop(
                request.method(),
                Origin.of(request.base()),
                Placement.inQuery(Target.of(request.base(), request.target()), credentials),
                Placement.inHeaders(suiting, credentials),
                request.content(),
                true);
    }

    private VendorAnswer follow(VendorRequest request)
            throws AtRest, Barred, Failure, Upload.Broken {
        requireSuitable(request.method());
        long endAt = System.nanoTime() + settings.apiCall().toNanos();
        Credentials credentials = request.credentials();
        List<Header> suiting = Headers.forVendor(request.headers(), credentials);
        Hop hop = first(request, suiting, credentials);
        for (int hops = 0; ; hops++) {
            Exchange.Received received = hops == 0 ? send(hop, endAt) : sendOn(hop, endAt);
            Optional<Redirect> redirect = redirect(hop, received.head());
            if (redirect.isEmpty()) {
                return answered(hop, received, credentials);
            }
            received.close();
            if (hops == MOST_HOPS) {
                throw Failure.circling(hop.origin().host());
            }
            hop = next(hop, redirect.get(), suiting, credentials);
        }
    }

    /** A request as it goes out; at home are those who get the credentials. */
    private record Hop(
            String method,
            Origin origin,
            String target,
            List<Header> headers,
            Optional<Content> content,
            boolean atHome) {}

    private static BasicClassicHttpRequest written(Hop hop) {
        BasicClassicHttpRequest out =
                new BasicClassicHttpRequest(
                        hop.method(), hop.origin().scheme(), null, hop.target());
        Headers.write(out, hop.origin(), hop.headers());
        hop.content()
                .ifPresentOrElse(
                        content ->
                                content.length()
                                        .ifPresentOrElse(
                                                length -> out.addHeader("Content-Length", length),
                                                () ->
                                                        out.addHeader(
                                                                "Transfer-Encoding", "chunked")),
                        () -> {
                            if (expectsBody(hop.method())) {
                                out.addHeader("Content-Length", 0);
                            }
                        });
        return out;
    }

    private Exchange.Received send(Hop hop, long endAt)
            throws AtRest, Barred, Failure, Upload.Broken {
        Exchange.Received received =
                breakers.send(
                        hop.origin(),
                        () -> wire.send(hop.origin(), written(hop), hop.content(), endAt));
        if (LOG.isDebugEnabled()) {
            LOG.debug(
                    "{} {}{} {}",
                    hop.method(),
                    hop.origin(),
                    withoutQuery(hop.target()),
                    received.head().getCode());
        }
        return received;
    }

    private Exchange.Received sendOn(Hop hop, long endAt) throws Failure, Upload.Broken {
        try {
            return send(hop, endAt);
        } catch (AtRest rested) {
            throw Failure.resting(rested.reason());
        } catch (Barred barred) {
            throw Failure.misled(barred.reason());
        }
    }

    private static boolean expectsBody(String method) {
        return method.equals("POST") || method.equals("PUT") || method.equals("PATCH");
    }

    private static String withoutQuery(String target) {
        int mark = target.indexOf('?');
        return mark < 0 ? target : target.substring(0, mark);
    }

    private static Optional<Redirect> redirect(Hop hop, ClassicHttpResponse head) {
        var location = head.getFirstHeader("Location");
        return location == null
                ? Optional.empty()
                : Redirect.of(
                        head.getCode(),
                        Optional.ofNullable(location.getValue()),
                        hop.origin() + hop.target(),
                        hop.method(),
                        hop.content().isPresent());
    }

    /** Once away from home, it stays a stranger's: nobody gets credentials by sending it back. */
    private static Hop next(
            Hop hop, Redirect redirect, List<Header> suiting, Credentials credentials)
            throws Failure {
        try {
            Origin origin = Origin.of(redirect.address());
            boolean atHome = hop.atHome() && origin.equals(hop.origin());
            boolean bodyLost = !redirect.method().equals(hop.method());
            List<Header> headers = bodyLost ? Headers.withoutBody(suiting) : suiting;
            return new Hop(
                    redirect.method(),
                    origin,
                    atHome
                            ? Placement.inQuery(redirect.target(), credentials)
                            : Placement.without(redirect.target(), credentials),
                    atHome
                            ? Placement.inHeaders(headers, credentials)
                            : Headers.forStrangers(headers),
                    Optional.empty(),
                    atHome);
        } catch (Barred barred) {
            throw Failure.misled(barred.reason());
        }
    }

    /** Of an answer that has no body by its nature, the length still says something. */
    private static VendorAnswer answered(
            Hop hop, Exchange.Received received, Credentials credentials) {
        ClassicHttpResponse head = received.head();
        boolean bodyless = hop.method().equals("HEAD") || head.getCode() == NOT_MODIFIED;
        return new VendorAnswer.Answered(
                head.getCode(),
                Placement.without(Headers.fromVendor(head, bodyless), credentials),
                received.content(),
                hop.atHome());
    }
}
