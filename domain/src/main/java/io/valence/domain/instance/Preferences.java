package io.valence.domain.instance;

/**
 * What an owner chose for an instance beside its configuration.
 *
 * @param cacheTimeToLive as the owner's client counts it; not negative
 * @param maxCacheSize as the owner's client counts it; not negative
 */
public record Preferences(
        boolean traceLoggingEnabled,
        boolean cachingEnabled,
        int cacheTimeToLive,
        int maxCacheSize,
        ExternalAuthentication externalAuthentication) {
    public Preferences {
        if (cacheTimeToLive < 0 || maxCacheSize < 0) {
            throw new IllegalArgumentException("a cache has no negative size or time");
        }
    }

    /** What holds when an owner says nothing. */
    public static Preferences ordinary() {
        return new Preferences(false, false, 0, 0, ExternalAuthentication.NONE);
    }
}
