package io.valence.domain.transformation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a field stands in a record: names with dots between them, each perhaps of an array, of
 * which it is one item or each: {@code address.city}, {@code PrimaryAddress[0].City}, {@code
 * lines[*].sku}.
 */
public record FieldPath(List<Step> steps) {
    /** How many characters it has at most. */
    public static final int LONGEST = 500;

    private static final int MOST_STEPS = 32;

    /** Of arrays in arrays: few, since what is missing before an item is filled up. */
    private static final int MOST_ITEM_STEPS = 4;

    private static final int MOST_DIGITS = 2;
    private static final String EACH = "*";

    public FieldPath {
        steps = List.copyOf(steps);
        if (!isOne(steps)) {
            throw new IllegalArgumentException("not a path of a field");
        }
    }

    /** One step on the way down. */
    public sealed interface Step {
        /** To the member of this name. */
        record Member(String name) implements Step {
            public Member {
                if (!isName(name)) {
                    throw new IllegalArgumentException("not a name of a field");
                }
            }
        }

        /** To the item of this number, from 0. */
        record Item(int index) implements Step {
            /** The highest number that a path can name. */
            public static final int LAST = 99;

            public Item {
                if (index < 0 || index > LAST) {
                    throw new IllegalArgumentException("no number of an item: " + index);
                }
            }
        }

        /** To each item. */
        record EachItem() implements Step {}
    }

    /** The path that this foreign text is, if it is one. */
    public static Optional<FieldPath> parse(String text) {
        if (!Line.isOne(text, LONGEST)) {
            return Optional.empty();
        }
        List<Step> steps = new ArrayList<>();
        for (String part : text.split("\\.", -1)) {
            if (!addSteps(part, steps)) {
                return Optional.empty();
            }
        }
        return isOne(steps) ? Optional.of(new FieldPath(steps)) : Optional.empty();
    }

    /** A name and what stands in brackets after it. */
    private static boolean addSteps(String part, List<Step> steps) {
        int bracket = part.indexOf('[');
        String name = bracket < 0 ? part : part.substring(0, bracket);
        if (!isName(name)) {
            return false;
        }
        steps.add(new Step.Member(name));
        int from = name.length();
        while (from < part.length()) {
            int end = part.indexOf(']', from);
            if (part.charAt(from) != '[' || end < 0) {
                return false;
            }
            Optional<Step> step = itemStep(part.substring(from + 1, end));
            if (step.isEmpty()) {
                return false;
            }
            steps.add(step.get());
            from = end + 1;
        }
        return true;
    }

    private static Optional<Step> itemStep(String text) {
        if (text.equals(EACH)) {
            return Optional.of(new Step.EachItem());
        }
        boolean digits =
                !text.isEmpty()
                        && text.length() <= MOST_DIGITS
                        && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Optional.of(new Step.Item(Integer.parseInt(text))) : Optional.empty();
    }

    private static boolean isName(String name) {
        return Line.isOne(name, LONGEST)
                && name.indexOf('.') < 0
                && name.indexOf('[') < 0
                && name.indexOf(']') < 0;
    }

    private static boolean isOne(List<Step> steps) {
        return !steps.isEmpty()
                && steps.size() <= MOST_STEPS
                && steps.get(0) instanceof Step.Member
                && steps.stream().filter(step -> !(step instanceof Step.Member)).count()
                        <= MOST_ITEM_STEPS;
    }

    /** The paths of the arrays of which it is in each item, from the outermost one. */
    List<List<Step>> arrays() {
        List<List<Step>> arrays = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i) instanceof Step.EachItem) {
                arrays.add(steps.subList(0, i + 1));
            }
        }
        return arrays;
    }

    boolean startsWith(FieldPath other) {
        return steps.size() >= other.steps.size()
                && steps.subList(0, other.steps.size()).equals(other.steps);
    }

    /** Whether one of these leads to the other or to what is below it, in some item of an array. */
    boolean meets(FieldPath other) {
        int common = Math.min(steps.size(), other.steps.size());
        for (int i = 0; i < common; i++) {
            Step one = steps.get(i);
            Step two = other.steps.get(i);
            boolean ofItems = !(one instanceof Step.Member) && !(two instanceof Step.Member);
            boolean each = one instanceof Step.EachItem || two instanceof Step.EachItem;
            if (!one.equals(two) && !(ofItems && each)) {
                return false;
            }
        }
        return true;
    }

    /** The name of the member of a record that it begins with. */
    public String member() {
        return ((Step.Member) steps.get(0)).name();
    }

    /** The same place below another one as this is below {@code above}. */
    Optional<FieldPath> moved(FieldPath above, FieldPath to) {
        List<Step> all = new ArrayList<>(to.steps);
        all.addAll(steps.subList(above.steps.size(), steps.size()));
        return isOne(all) ? Optional.of(new FieldPath(all)) : Optional.empty();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Step step : steps) {
            if (step instanceof Step.Member member) {
                text.append(text.isEmpty() ? "" : ".").append(member.name());
            } else if (step instanceof Step.Item item) {
                text.append('[').append(item.index()).append(']');
            } else {
                text.append("[*]");
            }
        }
        return text.toString();
    }
}
