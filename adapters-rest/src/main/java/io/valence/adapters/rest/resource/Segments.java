package io.valence.adapters.rest.resource;

import io.valence.adapters.rest.http.Refusal;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The segments of a path, decoded; empty ones do not count. */
final class Segments {
    private Segments() {}

    static List<String> of(String target) {
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        List<String> segments = new ArrayList<>();
        int from = 0;
        while (from <= path.length()) {
            int slash = path.indexOf('/', from);
            int end = slash < 0 ? path.length() : slash;
            if (end > from) {
                segments.add(decoded(path.substring(from, end)));
            }
            from = end + 1;
        }
        return segments;
    }

    /** Whether what leads to a resource can be read in two ways: its first segment. */
    static boolean isAmbiguous(String target) {
        int begin = 0;
        while (begin < target.length() && target.charAt(begin) == '/') {
            begin++;
        }
        for (int at = begin; at < target.length(); at++) {
            char c = target.charAt(at);
            if (c == '/' || c == '?') {
                return false;
            }
            if (c == '%' || c == ';') {
                return true;
            }
        }
        return false;
    }

    private static String decoded(String segment) {
        if (segment.indexOf('%') < 0) {
            return segment;
        }
        String decoded;
        try {
            decoded = URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw unreadable();
        }
        if (decoded.indexOf('\uFFFD') >= 0 || decoded.chars().anyMatch(Character::isISOControl)) {
            throw unreadable();
        }
        return decoded;
    }

    private static Refusal unreadable() {
        return Refusal.badRequest("The path cannot be read. Percent-encode it as UTF-8.");
    }
}
