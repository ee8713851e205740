package io.valence.adapters.rest.element;

import io.valence.adapters.rest.http.Call;
import io.valence.domain.call.Header;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The host and port at which callers reach the server, by the header that they send.
 *
 * @param name with a port, if there is one
 */
public record ServingHost(String name) {
    private static final Pattern SHAPE =
            Pattern.compile("(?:[A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(?::[0-9]{1,5})?");
    private static final Pattern LOOPBACK =
            Pattern.compile("(?:localhost|127\\.[0-9.]+|\\[::1])(?::[0-9]+)?");

    /** The one that this call was sent to, if it says so in a form that addresses can have. */
    public static Optional<ServingHost> of(Call call) {
        return call.headers().stream()
                .filter(header -> header.name().equalsIgnoreCase("host"))
                .map(Header::value)
                .filter(value -> SHAPE.matcher(value).matches())
                .findFirst()
                .map(ServingHost::new);
    }

    /** A server that is reached from elsewhere has something before it that speaks TLS. */
    List<String> schemes() {
        return LOOPBACK.matcher(name).matches() ? List.of("http") : List.of("https", "http");
    }
}
