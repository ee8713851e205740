package io.valence.adapters.vendor;

import java.net.URI;
import java.util.Locale;

/** The path and query of a request line: the vendor's base and what the caller asks for below. */
final class Target {
    private Target() {}

    /** Both joined with one slash; the caller's part stays as it is, and below the base. */
    static String of(URI base, String below) throws Barred {
        if (!Characters.isOfTarget(below)) {
            throw new Barred("The path or query holds characters that must be percent-encoded");
        }
        int mark = below.indexOf('?');
        String path = mark < 0 ? below : below.substring(0, mark);
        if (climbs(path)) {
            throw new Barred("The path leads out of the vendor's base address");
        }
        String basePath = base.getRawPath() == null ? "" : base.getRawPath();
        String query = mark < 0 ? "" : below.substring(mark);
        if (base.getRawQuery() != null) {
            query = "?" + base.getRawQuery() + (mark < 0 ? "" : "&" + query.substring(1));
        }
        return joined(basePath, path) + query;
    }

    private static String joined(String base, String path) {
        if (path.isEmpty()) {
            return base.isEmpty() ? "/" : base;
        }
        int end = base.length();
        while (end > 0 && base.charAt(end - 1) == '/') {
            end--;
        }
        int begin = 0;
        while (begin < path.length() && path.charAt(begin) == '/') {
            begin++;
        }
        return base.substring(0, end) + "/" + path.substring(begin);
    }

    /** Reads the path as the most lenient of servers would. */
    private static boolean climbs(String path) {
        if (path.indexOf("..") < 0 && path.indexOf('%') < 0) {
            return false;
        }
        String read =
                path.toLowerCase(Locale.ROOT)
                        .replace("%2f", "/")
                        .replace("%5c", "/")
                        .replace("%2e", ".")
                        .replace("%3b", ";");
        int depth = 0;
        for (String segment : read.split("/", -1)) {
            int parameters = segment.indexOf(';');
            String name = parameters < 0 ? segment : segment.substring(0, parameters);
            if (name.equals("..")) {
                depth--;
            } else if (!name.isEmpty() && !name.equals(".")) {
                depth++;
            }
            if (depth < 0) {
                return true;
            }
        }
        return false;
    }
}
