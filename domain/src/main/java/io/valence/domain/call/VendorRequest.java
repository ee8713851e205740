package io.valence.domain.call;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A request to a vendor's API.
 *
 * @param base the vendor's address, which the owner of the instance and the element decide on
 * @param target the path below it and the query, percent-encoded; begins with a slash or is empty
 * @param headers the caller's, end to end; credentials stand apart
 */
public record VendorRequest(
        String method,
        URI base,
        String target,
        List<Header> headers,
        Credentials credentials,
        Optional<Content> content) {
    public VendorRequest {
        headers = List.copyOf(headers);
    }

    /** The host alone: a target may carry what must not be seen. */
    @Override
    public String toString() {
        return method + " to " + base.getHost();
    }
}
