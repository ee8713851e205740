package io.valence.domain.document;

import java.util.List;
import java.util.Optional;

/**
 * Where a value stands in a document: names with dots between them, such as {@code data.items};
 * digits alone are the number of an item from 0.
 */
public record DocumentPath(List<String> steps) {
    private static final int MOST_STEPS = 32;
    private static final int MOST_DIGITS = 6;

    public DocumentPath {
        steps = List.copyOf(steps);
        if (steps.isEmpty() || steps.size() > MOST_STEPS || steps.contains("")) {
            throw new IllegalArgumentException("a path has 1 to " + MOST_STEPS + " steps");
        }
    }

    /** The path that this text is, if it is one. */
    public static Optional<DocumentPath> parse(String text) {
        List<String> steps = List.of(text.split("\\.", -1));
        return steps.contains("") || steps.size() > MOST_STEPS
                ? Optional.empty()
                : Optional.of(new DocumentPath(steps));
    }

    /** What stands there. */
    public Optional<Node> in(Node document) {
        Optional<Node> at = Optional.of(document);
        for (String step : steps) {
            at = at.flatMap(node -> below(node, step));
        }
        return at;
    }

    /** This document with a value there, in place of what stands in the way. */
    public Node.Members put(Node.Members document, Node value) {
        return put(document, steps, value);
    }

    private static Node.Members put(Node.Members object, List<String> steps, Node value) {
        String first = steps.get(0);
        if (steps.size() == 1) {
            return object.with(first, value);
        }
        Node.Members inner =
                object.find(first)
                        .filter(node -> node instanceof Node.Members)
                        .map(Node.Members.class::cast)
                        .orElse(Node.Members.NONE);
        return object.with(first, put(inner, steps.subList(1, steps.size()), value));
    }

    private static Optional<Node> below(Node node, String step) {
        if (node instanceof Node.Members object) {
            return object.find(step);
        }
        if (node instanceof Node.Items array && isNumber(step)) {
            int index = Integer.parseInt(step);
            return index < array.items().size()
                    ? Optional.of(array.items().get(index))
                    : Optional.empty();
        }
        return Optional.empty();
    }

    private static boolean isNumber(String step) {
        return step.length() <= MOST_DIGITS && step.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    @Override
    public String toString() {
        return String.join(".", steps);
    }
}
