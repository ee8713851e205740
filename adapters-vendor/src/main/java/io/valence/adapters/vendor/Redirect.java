package io.valence.adapters.vendor;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Where a vendor sends a request to instead, and as what (RFC 9110, section 15.4). */
record Redirect(String method, URI address) {
    private static final int MOVED_PERMANENTLY = 301;
    private static final int FOUND = 302;
    private static final int SEE_OTHER = 303;
    private static final int TEMPORARY_REDIRECT = 307;
    private static final int PERMANENT_REDIRECT = 308;

    /**
     * The redirect of this answer. None if it is no redirect, or one that is for the caller to
     * follow: since it needs the body again, or since it gives up encryption.
     *
     * @param from the address that was asked
     */
    static Optional<Redirect> of(
            int status, Optional<String> location, String from, String method, boolean hadBody) {
        Optional<String> next = methodAfter(status, method, hadBody);
        if (next.isEmpty() || location.filter(text -> !text.isBlank()).isEmpty()) {
            return Optional.empty();
        }
        try {
            URI asked = new URI(from);
            URI address = resolved(asked, location.get());
            boolean downgraded =
                    "https".equalsIgnoreCase(asked.getScheme())
                            && "http".equalsIgnoreCase(address.getScheme());
            return downgraded ? Optional.empty() : Optional.of(new Redirect(next.get(), address));
        } catch (URISyntaxException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** The platform loses the last part of the path before a query alone. */
    private static URI resolved(URI asked, String location) throws URISyntaxException {
        return location.startsWith("?")
                ? asked.resolve(new URI(asked.getRawPath() + location))
                : asked.resolve(new URI(location));
    }

    private static Optional<String> methodAfter(int status, String method, boolean hadBody) {
        return switch (status) {
            case MOVED_PERMANENTLY, FOUND ->
                    method.equals("POST")
                            ? Optional.of("GET")
                            : Optional.of(method).filter(_ -> !hadBody);
            case SEE_OTHER -> Optional.of(method.equals("HEAD") ? method : "GET");
            case TEMPORARY_REDIRECT, PERMANENT_REDIRECT ->
                    Optional.of(method).filter(_ -> !hadBody);
            default -> Optional.empty();
        };
    }

    /** The path and query of the new address. */
    String target() {
        String path = address.getRawPath();
        String query = address.getRawQuery();
        return (path == null || path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query);
    }
}
