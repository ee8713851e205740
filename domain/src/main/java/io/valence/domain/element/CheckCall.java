package io.valence.domain.element;

/**
 * A GET that costs the vendor little and that it answers only to those whom it lets in.
 *
 * @param path below the base URL, with its query
 * @param beforeStoring whether it is made before an instance is stored, and not by pings alone
 */
public record CheckCall(String path, boolean beforeStoring) {
    /** One that is made before an instance is stored, too. */
    public CheckCall(String path) {
        this(path, true);
    }

    public CheckCall {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("a check call's path begins with a slash");
        }
    }
}
