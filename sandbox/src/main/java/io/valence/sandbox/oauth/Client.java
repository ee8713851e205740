package io.valence.sandbox.oauth;

import java.util.List;

/**
 * An application that may ask for grants.
 *
 * @param redirects the only addresses that users are sent back to; if there are none, any may be
 *     named
 */
public record Client(String id, String secret, String name, List<String> redirects) {
    /** Keeps its own list. */
    public Client {
        redirects = List.copyOf(redirects);
    }

    boolean mayRedirectTo(String address) {
        return redirects.isEmpty() || redirects.contains(address);
    }

    @Override
    public String toString() {
        return "Client[id=" + id + "]";
    }
}
