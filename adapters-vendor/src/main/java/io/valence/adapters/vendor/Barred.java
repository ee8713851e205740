package io.valence.adapters.vendor;

import java.net.UnknownHostException;

/**
 * Says why a request may not go where it should; in words that may be shown. An {@link
 * UnknownHostException}, because that is what looking up a host can end with.
 */
final class Barred extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    Barred(String reason) {
        super(reason);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
