package io.valence.application.call;

import io.valence.domain.call.Content;
import io.valence.domain.call.Header;

import java.util.List;
import java.util.Optional;

/**
 * What is asked of a vendor, whoever it is and with whatever credentials.
 *
 * @param target the path and query below the vendor's address, percent-encoded
 * @param headers end to end; credentials stand apart
 */
public record VendorCall(
        String method, String target, List<Header> headers, Optional<Content> content) {
    public VendorCall {
        headers = List.copyOf(headers);
    }
}
