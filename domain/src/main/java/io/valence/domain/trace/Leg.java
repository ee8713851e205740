package io.valence.domain.trace;

import io.valence.domain.call.Header;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One request and its answer: between the caller and this server, or this server and a vendor.
 * Credentials in it are masked already.
 *
 * @param address where it went, with its query
 * @param status empty if there was no answer
 * @param failure why there was none
 */
public record Leg(
        String method,
        String address,
        List<Header> requestHeaders,
        CapturedText request,
        Optional<Integer> status,
        List<Header> responseHeaders,
        CapturedText response,
        Optional<String> failure,
        Duration took) {
    private static final int MOST_HEADERS = 100;
    private static final int LONGEST = 8 << 10;

    /** Of what is too long or too much, the first part is kept. */
    public Leg {
        address = cut(address);
        requestHeaders = cut(requestHeaders);
        responseHeaders = cut(responseHeaders);
        failure = failure.map(Leg::cut);
    }

    private static List<Header> cut(List<Header> headers) {
        return headers.stream()
                .limit(MOST_HEADERS)
                .map(header -> new Header(header.name(), cut(header.value())))
                .toList();
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        boolean torn = Character.isHighSurrogate(text.charAt(LONGEST - 1));
        return text.substring(0, torn ? LONGEST - 1 : LONGEST);
    }

    /** Method and path, such as {@code GET:/hubs/crm/accounts}. */
    public String title() {
        int host = address.indexOf("://");
        int path = address.indexOf('/', host < 0 ? 0 : host + 3);
        int query = address.indexOf('?');
        int end = query < 0 ? address.length() : query;
        return method + ":" + (path < 0 || path > end ? "/" : address.substring(path, end));
    }

    /** Neither headers nor bodies. */
    @Override
    public String toString() {
        return method + status.map(it -> " " + it).orElse("");
    }
}
