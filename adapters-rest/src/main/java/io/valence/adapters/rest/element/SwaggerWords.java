package io.valence.adapters.rest.element;

import io.valence.domain.resource.PathTemplate;

import java.util.Locale;

/** Names in a description: letters and digits, as programs that are made from it need them. */
final class SwaggerWords {
    private SwaggerWords() {}

    /** The member of a path for this method. */
    static String verb(String method) {
        return method.toLowerCase(Locale.ROOT);
    }

    /** Such as {@code getCustomersByIdNotes}. */
    static String operationId(String method, PathTemplate path) {
        StringBuilder id =
                new StringBuilder(
                        switch (method) {
                            case "POST" -> "create";
                            case "PUT" -> "replace";
                            case "PATCH" -> "update";
                            default -> verb(method);
                        });
        for (String segment : path.segments()) {
            id.append(segment.startsWith("{") ? "By" : "").append(capitalized(segment));
        }
        return id.toString();
    }

    private static String capitalized(String text) {
        StringBuilder words = new StringBuilder();
        boolean isBeginning = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isPlain = c < 128 && Character.isLetterOrDigit(c);
            if (isPlain) {
                words.append(isBeginning ? Character.toUpperCase(c) : c);
            }
            isBeginning = !isPlain;
        }
        return words.toString();
    }

    /** The name as a pointer can hold it. */
    static String definition(String name) {
        return name.replaceAll("[^A-Za-z0-9._-]", "_");
    }
}
