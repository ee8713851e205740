package io.valence.domain.element;

/**
 * A GET that costs the vendor little and that it answers only to those whom it lets in.
 *
 * @param path below the base URL, with its query
 */
public record CheckCall(String path) {
    public CheckCall {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("a check call's path begins with a slash");
        }
    }
}
