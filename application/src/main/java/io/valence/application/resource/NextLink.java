package io.valence.application.resource;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** The address that a vendor gives for the page that follows. */
final class NextLink {
    private NextLink() {}

    /**
     * The path and query of this address below the vendor's base; none if it leads elsewhere, where
     * credentials must not go.
     *
     * @param asked the path and query of the page before, which a relative address continues
     */
    static Optional<String> below(URI base, String asked, String address) {
        try {
            URI before = new URI(home(base) + path(base) + asked);
            URI next =
                    address.startsWith("?")
                            ? new URI(home(base) + before.getRawPath() + address)
                            : before.resolve(new URI(address)).normalize();
            return isBelow(base, next) ? Optional.of(target(base, next)) : Optional.empty();
        } catch (URISyntaxException noAddress) {
            return Optional.empty();
        }
    }

    private static String home(URI base) {
        return base.getScheme() + "://" + base.getRawAuthority();
    }

    private static boolean isBelow(URI base, URI next) {
        if (next.isOpaque()
                || !base.getScheme().equalsIgnoreCase(next.getScheme())
                || !authority(base).equals(authority(next))) {
            return false;
        }
        String rest = next.getRawPath();
        boolean begins = rest.startsWith(path(base));
        return begins && (rest + "/").startsWith(path(base) + "/") && !hasDots(rest);
    }

    /** Dots that are left lead upwards, however they are written. */
    private static boolean hasDots(String path) {
        for (String segment : path.split("/", -1)) {
            String plain = segment.replace("%2e", ".").replace("%2E", ".");
            if (plain.equals(".") || plain.equals("..")) {
                return true;
            }
        }
        return false;
    }

    /** Without the port if it is the usual one. */
    private static String authority(URI address) {
        String authority = String.valueOf(address.getRawAuthority()).toLowerCase(Locale.ROOT);
        String usual = address.getScheme().equalsIgnoreCase("https") ? ":443" : ":80";
        return authority.endsWith(usual)
                ? authority.substring(0, authority.length() - usual.length())
                : authority;
    }

    private static String target(URI base, URI next) {
        return next.getRawPath().substring(path(base).length())
                + (next.getRawQuery() == null ? "" : "?" + next.getRawQuery());
    }

    /** Without a slash at its end. */
    private static String path(URI base) {
        String path = base.getRawPath() == null ? "" : base.getRawPath();
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
