package io.valence.adapters.rest.http;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What media types the caller takes, from the header {@code Accept}; without it, every one. */
final class AcceptHeader {
    private static final String PROBLEM = "application/problem+json";

    private final Map<String, Boolean> taken = new HashMap<>();

    AcceptHeader(String header) {
        for (String range : header.toLowerCase(Locale.ROOT).split(",", -1)) {
            String[] parts = range.split(";", -1);
            String type = parts[0].strip();
            if (!type.isEmpty()) {
                taken.put(type, !isRefusal(parts));
            }
        }
    }

    /** A weight of zero, such as {@code q=0.0}. */
    private static boolean isRefusal(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip();
            if (parameter.startsWith("q=0")
                    && parameter.substring(2).chars().allMatch(c -> c == '0' || c == '.')) {
                return true;
            }
        }
        return false;
    }

    /** Whether JSON can be sent; errors can be in either of their types. */
    boolean takesJson() {
        return taken.isEmpty() || takes("application/json") || names(PROBLEM);
    }

    /** Whether errors go out as what RFC 9457 calls them: only to those who name it. */
    boolean wantsProblems() {
        return names(PROBLEM);
    }

    private boolean names(String type) {
        return taken.getOrDefault(type, false);
    }

    private boolean takes(String type) {
        String family = type.substring(0, type.indexOf('/')) + "/*";
        return taken.getOrDefault(
                type, taken.getOrDefault(family, taken.getOrDefault("*/*", false)));
    }
}
