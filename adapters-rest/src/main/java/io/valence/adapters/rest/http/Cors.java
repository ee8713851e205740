package io.valence.adapters.rest.http;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Request;

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

    private Cors() {}

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
            headers.put("Access-Control-Allow-Methods", METHODS);
            headers.put(
                    "Access-Control-Allow-Headers",
                    "Authorization, Content-Type, Accept, Elements-Version, Elements-Async-Request,"
                            + " Elements-Async-Callback-Url");
            headers.put("Access-Control-Max-Age", "86400");
        }
    }
}
