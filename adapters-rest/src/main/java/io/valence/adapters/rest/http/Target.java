package io.valence.adapters.rest.http;

import java.util.Locale;

/** What follows a route's template in a path, as it was sent: nothing decoded, nothing tidied. */
final class Target {
    private Target() {}

    /**
     * What follows so many segments, beginning with a slash, or nothing. Segments that climb are
     * refused: a path must mean the same to whoever reads it.
     */
    static String after(int segments, String rawPath) {
        int at = 0;
        for (int i = 0; i < segments; i++) {
            while (at < rawPath.length() && rawPath.charAt(at) == '/') {
                at++;
            }
            while (at < rawPath.length() && rawPath.charAt(at) != '/') {
                at++;
            }
        }
        for (String segment : rawPath.split("/", -1)) {
            String plain = segment.toLowerCase(Locale.ROOT).replace("%2e", ".");
            if (plain.equals(".") || plain.equals("..") || plain.startsWith("..;")) {
                throw Refusal.badRequest(
                        "The path has a segment of dots alone. Send the path that is meant.");
            }
        }
        return rawPath.substring(at);
    }
}
