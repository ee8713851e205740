package io.valence.adapters.rest.http;

import java.util.regex.Pattern;

/** A path as it was sent: nothing decoded, nothing tidied. */
record RawPath(String text) {
    /** Encoded slashes and percent signs, and parameters: servers differ in what they mean. */
    private static final Pattern AMBIGUOUS = Pattern.compile(";|%2f|%25", Pattern.CASE_INSENSITIVE);

    /** A segment of dots alone, as the most lenient of servers would read it. */
    private static final Pattern DOTS =
            Pattern.compile(
                    "(?:/|%2f|%5c)(?:\\.|%2e){1,2}(?:$|/|%2f|%5c|;|%3b)", Pattern.CASE_INSENSITIVE);

    /** Whether the first so many segments can be read in two ways. */
    boolean isAmbiguous(int segments) {
        boolean plain = text.indexOf('%') < 0 && text.indexOf(';') < 0;
        return !plain && AMBIGUOUS.matcher(text).region(0, end(segments)).find();
    }

    /** Whether it climbs or stands still anywhere: then its segments cannot be counted. */
    boolean hasDots() {
        boolean plain = text.indexOf('%') < 0 && !text.contains("/.");
        return !plain && DOTS.matcher(text).find();
    }

    /** What follows so many segments, beginning with a slash, or nothing. */
    String after(int segments) {
        return text.substring(end(segments));
    }

    private int end(int segments) {
        int at = 0;
        for (int i = 0; i < segments && at < text.length(); i++) {
            while (at < text.length() && text.charAt(at) == '/') {
                at++;
            }
            while (at < text.length() && text.charAt(at) != '/') {
                at++;
            }
        }
        return at;
    }
}
