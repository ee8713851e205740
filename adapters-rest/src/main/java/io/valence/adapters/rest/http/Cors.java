package io.valence.adapters.rest.http;

import io.valence.domain.call.Header;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Request;

import java.util.Set;

/**
 * Cross-origin calls of browsers: allowed from everywhere, since callers prove themselves by
 * secrets that a browser does not send by itself.
 */
final class Cors {
    /** In this order and spelling: a client of the hosted platform compares the text. */
    private static final String EXPOSED =
            "Elements-Returned-Count, Elements-Total-Count, Elements-Request-Id,"
                    + " Elements-Next-Page-Token, Elements-Trace-Id, Elements-Error,"
                    + " Content-Disposition";

    static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";

    private static final HttpField VARYING = new PreEncodedHttpField(HttpHeader.VARY, "Origin");

    /** At one address each caller sees what is their own. */
    private static final HttpField VARYING_BY_CALLER =
            new PreEncodedHttpField(HttpHeader.VARY, "Origin, Authorization");

    private static final String NAMES =
            "Authorization, Content-Type, Accept, Elements-Version, Elements-Async-Request,"
                    + " Elements-Async-Callback-Url";
    private static final HttpHeader METHOD = HttpHeader.ACCESS_CONTROL_REQUEST_METHOD;
    private static final HttpHeader HEADERS = HttpHeader.ACCESS_CONTROL_REQUEST_HEADERS;

    /** A browser asks for no more. */
    private static final int MOST_ASKED = 1_000;

    private Cors() {}

    /**
     * What may be sent: that which is known and, where a call leads on, also what is asked for, as
     * vendors take methods and headers that nobody here knows.
     */
    private static String asked(
            Request request, HttpHeader question, String known, boolean leadsOn) {
        String list = request.getHeaders().get(question);
        if (!leadsOn || list == null || list.length() > MOST_ASKED) {
            return known;
        }
        Set<String> all = Header.names(known.split(", ", -1));
        StringBuilder text = new StringBuilder(known);
        for (String each : list.split(",", -1)) {
            String name = each.strip();
            if (Header.isToken(name) && all.add(name)) {
                text.append(", ").append(name);
            }
        }
        return text.toString();
    }

    /** Whether a browser asks whether it may send another request. */
    static boolean isPreflight(Request request) {
        return request.getMethod().equals("OPTIONS")
                && request.getHeaders().contains(HttpHeader.ACCESS_CONTROL_REQUEST_METHOD);
    }

    /**
     * Says what browsers may do.
     *
     * @param leadsOn whether the answer is one to a call that leads on
     */
    static void permit(Request request, HttpFields.Mutable headers, boolean leadsOn) {
        // A cache must not hand the answer without these headers to a browser that needs them.
        HttpField varying = leadsOn ? VARYING_BY_CALLER : VARYING;
        if (headers.contains(HttpHeader.VARY)) {
            headers.ensureField(varying);
        } else {
            headers.add(varying);
        }
        if (!request.getHeaders().contains(HttpHeader.ORIGIN) && !isPreflight(request)) {
            return;
        }
        headers.put("Access-Control-Allow-Origin", "*");
        headers.put("Access-Control-Expose-Headers", EXPOSED);
        if (isPreflight(request)) {
            headers.put("Access-Control-Allow-Methods", asked(request, METHOD, METHODS, leadsOn));
            headers.put("Access-Control-Allow-Headers", asked(request, HEADERS, NAMES, leadsOn));
            headers.put("Access-Control-Max-Age", "86400");
        }
    }
}
