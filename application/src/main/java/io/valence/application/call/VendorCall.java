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
 * @param endurance of the caller, if the call may be made again when the vendor may do better
 */
public record VendorCall(
        String method,
        String target,
        List<Header> headers,
        Optional<Cargo> cargo,
        Optional<Endurance> endurance) {
    public VendorCall {
        headers = List.copyOf(headers);
    }

    /** One whose answer is handed on as it comes. */
    public VendorCall(
            String method, String target, List<Header> headers, Optional<Content> content) {
        this(method, target, headers, content.map(Cargo::passing), Optional.empty());
    }

    Optional<Content> content() {
        return cargo.map(Cargo::content);
    }

    /** Whether all of it can be sent again. */
    boolean isRepeatable() {
        return cargo.filter(body -> !body.isKept()).isEmpty();
    }
}
