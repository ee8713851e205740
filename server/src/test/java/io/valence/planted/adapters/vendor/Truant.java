package io.valence.planted.adapters.vendor;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;

import java.io.IOException;
import java.net.HttpURLConnection;

/** Goes out without asking. */
final class Truant {
    private Truant() {}

    static HTTPResponse calls(HTTPRequest request) throws IOException {
        return request.send();
    }

    static HttpURLConnection opens(HTTPRequest request) throws IOException {
        return request.toHttpURLConnection();
    }
}
