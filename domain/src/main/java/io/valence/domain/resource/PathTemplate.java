package io.valence.domain.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A path with names in braces, such as {@code /Customers/{id}/Notes}. A value takes the place of a
 * name as it is, so whoever fills it encodes it first.
 */
public final class PathTemplate {
    private final String text;
    private final List<String> literals;
    private final List<String> names;

    private PathTemplate(String text, List<String> literals, List<String> names) {
        this.text = text;
        this.literals = literals;
        this.names = names;
    }

    /**
     * The template that this text is; none if it does not begin with a slash, or if its braces do
     * not match or are empty.
     */
    public static Optional<PathTemplate> parse(String text) {
        List<String> literals = new ArrayList<>();
        List<String> names = new ArrayList<>();
        int from = 0;
        while (true) {
            int open = text.indexOf('{', from);
            String literal = open < 0 ? text.substring(from) : text.substring(from, open);
            if (literal.indexOf('}') >= 0 || !text.startsWith("/")) {
                return Optional.empty();
            }
            literals.add(literal);
            if (open < 0) {
                return Optional.of(
                        new PathTemplate(text, List.copyOf(literals), List.copyOf(names)));
            }
            int close = text.indexOf('}', open);
            if (close <= open + 1 || text.substring(open + 1, close).indexOf('{') >= 0) {
                return Optional.empty();
            }
            names.add(text.substring(open + 1, close));
            from = close + 1;
        }
    }

    /** The names in braces, in their order. */
    public List<String> names() {
        return names;
    }

    /** The path with these values in place of the names; none if one has no value. */
    public Optional<String> filled(Function<String, Optional<String>> values) {
        StringBuilder path = new StringBuilder(literals.get(0));
        for (int i = 0; i < names.size(); i++) {
            Optional<String> value = values.apply(names.get(i));
            if (value.isEmpty()) {
                return Optional.empty();
            }
            path.append(value.get()).append(literals.get(i + 1));
        }
        return Optional.of(path.toString());
    }

    /** Its segments, with braces where a name stands for one. */
    public List<String> segments() {
        List<String> segments = new ArrayList<>();
        for (String segment : text.split("/", -1)) {
            if (!segment.isEmpty()) {
                segments.add(segment);
            }
        }
        return segments;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PathTemplate template && template.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** As it is written. */
    @Override
    public String toString() {
        return text;
    }
}
