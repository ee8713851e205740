package io.valence.adapters.vendor;

import io.valence.domain.call.Credentials;
import io.valence.domain.call.Header;
import io.valence.domain.resource.Parameter;

import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Which headers go through, and how those that do not suit are left out. */
final class Headers {
    /** They end at the next hop (RFC 9110, section 7.6.1), or are made anew for it. */
    private static final Set<String> HOP_BY_HOP =
            Header.names(
                    "Connection",
                    "Keep-Alive",
                    "TE",
                    "Trailer",
                    "Transfer-Encoding",
                    "Upgrade",
                    "HTTP2-Settings",
                    "Host",
                    "Content-Length",
                    "Expect");

    /** They are between the caller and this server. */
    private static final Set<String> OURS =
            Header.names("Authorization", "Cookie", "Forwarded", "X-Real-IP");

    private static final Set<String> NOT_FOR_VENDORS = either(HOP_BY_HOP, OURS);

    /** They tell another host than the one asked nothing that it must not know. */
    private static final Set<String> HARMLESS =
            Header.names(
                    "Accept",
                    "Accept-Charset",
                    "Accept-Encoding",
                    "Accept-Language",
                    "Cache-Control",
                    "If-Match",
                    "If-Modified-Since",
                    "If-None-Match",
                    "If-Range",
                    "If-Unmodified-Since",
                    "Range",
                    "User-Agent");

    /** They speak of a body. */
    private static final Set<String> OF_BODIES =
            Header.names(
                    "Content-Type",
                    "Content-Encoding",
                    "Content-Language",
                    "Content-Location",
                    "Content-MD5",
                    "Content-Disposition",
                    "Content-Range",
                    "Digest",
                    "Content-Digest",
                    "Repr-Digest");

    private Headers() {}

    private static Set<String> either(Set<String> some, Set<String> others) {
        Set<String> set = Header.names();
        set.addAll(some);
        set.addAll(others);
        return set;
    }

    /** The caller's headers, as far as they are meant for the vendor. */
    static List<Header> forVendor(List<Header> supplied, Credentials credentials) throws Barred {
        Set<String> named = namedByConnection(supplied);
        List<Header> kept = new ArrayList<>(supplied.size());
        for (Header header : supplied) {
            String name = header.name();
            if (NOT_FOR_VENDORS.contains(name)
                    || named.contains(name)
                    || begins(name, "Proxy-")
                    || begins(name, "Elements-")
                    || begins(name, "X-Forwarded-")
                    || credentials.claim(Parameter.Destination.HEADER, name)) {
                continue;
            }
            if (!Header.isToken(name) || !Characters.isFieldValue(header.value())) {
                throw new Barred("A header of the request holds characters that none may have");
            }
            kept.add(header);
        }
        return kept;
    }

    /** Those of them that may go to a host that the vendor redirected to. */
    static List<Header> forStrangers(List<Header> headers) {
        return headers.stream().filter(header -> HARMLESS.contains(header.name())).toList();
    }

    /** Those of them that suit a request without a body. */
    static List<Header> withoutBody(List<Header> headers) {
        return headers.stream().filter(header -> !OF_BODIES.contains(header.name())).toList();
    }

    /** What every request needs: the host first, and nothing that the library would add. */
    static void write(BasicClassicHttpRequest request, Origin origin, List<Header> headers) {
        request.addHeader("Host", origin.hostHeader());
        boolean agent = false;
        boolean encoding = false;
        for (Header header : headers) {
            request.addHeader(header.name(), header.value());
            agent |= header.is("User-Agent");
            encoding |= header.is("Accept-Encoding");
        }
        if (!agent) {
            request.addHeader("User-Agent", "Valence");
        }
        if (!encoding) {
            request.addHeader("Accept-Encoding", "identity");
        }
    }

    /** All headers of a request. */
    static List<Header> of(BasicClassicHttpRequest request) {
        List<Header> all = new ArrayList<>();
        for (org.apache.hc.core5.http.Header header : request.getHeaders()) {
            all.add(new Header(header.getName(), header.getValue()));
        }
        return all;
    }

    /** The vendor's headers, as far as they are meant for the caller. */
    static List<Header> fromVendor(ClassicHttpResponse head, boolean lengthIsNews) {
        org.apache.hc.core5.http.Header[] received = head.getHeaders();
        List<Header> all = new ArrayList<>(received.length);
        for (org.apache.hc.core5.http.Header header : received) {
            String value = header.getValue();
            all.add(new Header(header.getName(), value == null ? "" : value));
        }
        Set<String> named = namedByConnection(all);
        List<Header> kept = new ArrayList<>(all.size());
        for (Header header : all) {
            String name = header.name();
            boolean dropped =
                    (HOP_BY_HOP.contains(name) && !(lengthIsNews && header.is("Content-Length")))
                            || header.speaksForItsHost()
                            || named.contains(name)
                            || begins(name, "Proxy-")
                            || begins(name, "Elements-")
                            || !Header.isToken(name);
            if (!dropped) {
                kept.add(
                        Characters.isFieldValue(header.value())
                                ? header
                                : new Header(name, Characters.asFieldValue(header.value())));
            }
        }
        return kept;
    }

    private static Set<String> namedByConnection(List<Header> headers) {
        Set<String> named = Set.of();
        for (Header header : headers) {
            if (header.is("Connection")) {
                Set<String> more = Header.names();
                more.addAll(named);
                for (String name : header.value().split(",", -1)) {
                    more.add(name.strip());
                }
                named = more;
            }
        }
        return named;
    }

    private static boolean begins(String name, String beginning) {
        return name.regionMatches(true, 0, beginning, 0, beginning.length());
    }
}
