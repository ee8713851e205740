package io.valence.domain.transformation;

import io.valence.domain.document.MembersBuilder;
import io.valence.domain.document.Node;
import io.valence.domain.transformation.FieldPath.Step;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Paths as a tree, to take from a record what they lead to, or to leave it out. What leads to one
 * item is also what leads to each.
 *
 * @param taken whether a path ends here
 * @param byName those of the steps below that lead to members
 */
record Branch(boolean taken, Map<Step, Branch> below, Map<String, Branch> byName) {
    private static final Step EACH = new Step.EachItem();

    static Branch of(List<FieldPath> paths) {
        return of(paths.stream().map(FieldPath::steps).toList(), 0);
    }

    private static Branch of(List<List<Step>> paths, int depth) {
        Map<Step, List<List<Step>>> groups = new LinkedHashMap<>();
        boolean ends = false;
        for (List<Step> path : paths) {
            if (path.size() == depth) {
                ends = true;
            } else {
                groups.computeIfAbsent(path.get(depth), step -> new ArrayList<>()).add(path);
            }
        }
        List<List<Step>> toEach = groups.getOrDefault(EACH, List.of());
        Map<Step, Branch> below = new LinkedHashMap<>();
        Map<String, Branch> byName = new LinkedHashMap<>();
        groups.forEach(
                (step, group) -> {
                    if (step instanceof Step.Item) {
                        group.addAll(toEach);
                    }
                    Branch branch = of(group, depth + 1);
                    below.put(step, branch);
                    if (step instanceof Step.Member member) {
                        byName.put(member.name(), branch);
                    }
                });
        return new Branch(ends, below, byName);
    }

    /** Whether one of the paths leads to this place, or to something that it is in. */
    boolean covers(FieldPath path) {
        Branch at = this;
        for (Step step : path.steps()) {
            Branch next = at.below.get(step);
            if (next == null) {
                return false;
            }
            if (next.taken) {
                return true;
            }
            at = next;
        }
        return false;
    }

    /** What is left; nothing is of what only held what was taken. */
    Optional<Node> leftOf(Node node) {
        if (taken) {
            return Optional.empty();
        }
        if (below.isEmpty()) {
            return Optional.of(node);
        }
        if (node instanceof Node.Members object) {
            return leftOf(object);
        }
        return node instanceof Node.Items array ? leftOf(array) : Optional.of(node);
    }

    private Optional<Node> leftOf(Node.Members object) {
        MembersBuilder left = new MembersBuilder();
        object.members()
                .forEach(
                        (name, value) -> {
                            Branch branch = byName.get(name);
                            Optional<Node> kept =
                                    branch == null ? Optional.of(value) : branch.leftOf(value);
                            kept.ifPresent(node -> left.put(name, node));
                        });
        Node.Members all = left.built();
        return all.members().isEmpty() && !object.members().isEmpty()
                ? Optional.empty()
                : Optional.of(all);
    }

    /** An object that nothing is left of keeps its place, unless that goes for all. */
    private Optional<Node> leftOf(Node.Items array) {
        List<Node> left = new ArrayList<>(array.items().size());
        boolean any = array.items().isEmpty();
        for (int i = 0; i < array.items().size(); i++) {
            Node item = array.items().get(i);
            Optional<Node> kept = leftOfItem(i, item);
            any |= kept.isPresent();
            if (kept.isPresent() || item instanceof Node.Members) {
                left.add(kept.orElse(Node.Members.NONE));
            }
        }
        return any ? Optional.of(new Node.Items(left)) : Optional.empty();
    }

    private Optional<Node> leftOfItem(int index, Node item) {
        Optional<Branch> branch = ofItem(index);
        return branch.isEmpty() ? Optional.of(item) : branch.get().leftOf(item);
    }

    private Optional<Branch> ofItem(int index) {
        Branch one = index <= Step.Item.LAST ? below.get(new Step.Item(index)) : null;
        return Optional.ofNullable(one == null ? below.get(EACH) : one);
    }

    /** What the paths lead to, with what holds it; empty if there is nothing of it. */
    Optional<Node> takenOf(Node node) {
        if (taken) {
            return Optional.of(node);
        }
        if (node instanceof Node.Members object) {
            MembersBuilder found = new MembersBuilder();
            byName.forEach(
                    (name, branch) ->
                            object.find(name)
                                    .flatMap(branch::takenOf)
                                    .ifPresent(value -> found.put(name, value)));
            Node.Members all = found.built();
            return all.members().isEmpty() ? Optional.empty() : Optional.of(all);
        }
        return node instanceof Node.Items array ? takenOf(array) : Optional.empty();
    }

    /** An object of which nothing is taken keeps its place, unless that goes for all. */
    private Optional<Node> takenOf(Node.Items array) {
        List<Node> found = new ArrayList<>(array.items().size());
        boolean any = array.items().isEmpty() && below.containsKey(EACH);
        for (int i = 0; i < array.items().size(); i++) {
            Optional<Branch> branch = ofItem(i);
            if (branch.isPresent()) {
                Node item = array.items().get(i);
                Optional<Node> part = branch.get().takenOf(item);
                any |= part.isPresent();
                if (part.isPresent() || item instanceof Node.Members) {
                    found.add(part.orElse(Node.Members.NONE));
                }
            }
        }
        return any ? Optional.of(new Node.Items(found)) : Optional.empty();
    }
}
