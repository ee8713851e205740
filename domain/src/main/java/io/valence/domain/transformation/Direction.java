package io.valence.domain.transformation;

import io.valence.domain.document.Node;
import io.valence.domain.transformation.FieldPath.Step;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One way of a transformation.
 *
 * @param passes whether what no move takes goes along as it is
 * @param taken what the moves take, and what is removed
 */
record Direction(List<Move> moves, boolean passes, Branch taken) {
    /** From where a value is taken, where it is put, and as what. */
    record Move(List<Step> from, List<Step> to, Conversion conversion) {}

    /** What is higher comes first, so that what is put into it does not vanish again. */
    static Direction of(
            List<FieldMapping> fields, List<Directive> configuration, boolean toVendor) {
        List<Move> moves = new ArrayList<>();
        for (FieldMapping field : fields) {
            if (!field.isRemoved(toVendor)) {
                moves.add(
                        toVendor
                                ? new Move(
                                        field.path().steps(),
                                        field.vendorPath().steps(),
                                        Conversion.between(field.type(), field.vendorType()))
                                : new Move(
                                        field.vendorPath().steps(),
                                        field.path().steps(),
                                        Conversion.between(field.vendorType(), field.type())));
            }
        }
        moves.sort(Comparator.comparingInt(move -> move.to().size()));
        return new Direction(
                moves,
                Directive.isGiven(configuration, Directive.Kind.PASS_THROUGH, toVendor)
                        && !Directive.isGiven(configuration, Directive.Kind.REMOVE, toVendor),
                Branch.of(
                        fields.stream()
                                .map(field -> toVendor ? field.path() : field.vendorPath())
                                .toList()));
    }

    /** The record on the other side; an array's records each, and what is no record as it is. */
    Node of(Node node) {
        if (node instanceof Node.Items array) {
            List<Node> all = new ArrayList<>(array.items().size());
            array.items().forEach(item -> all.add(item instanceof Node.Members it ? of(it) : item));
            return new Node.Items(all);
        }
        return node instanceof Node.Members object ? of(object) : node;
    }

    private Node of(Node.Members object) {
        Map<String, Object> made = new LinkedHashMap<>();
        if (passes) {
            taken.leftOf(object).ifPresent(left -> made.putAll(((Node.Members) left).members()));
        }
        for (Move move : moves) {
            carry(object, move, 0, new ArrayList<>(), made);
        }
        return Draft.finished(made);
    }

    /**
     * @param at how many steps were made
     * @param items which items they went through, where they went through each
     */
    private static void carry(
            Node node, Move move, int at, List<Integer> items, Map<String, Object> made) {
        if (at == move.from().size()) {
            Draft.put(made, Draft.located(move.to(), items), move.conversion().of(node));
            return;
        }
        Step step = move.from().get(at);
        if (step instanceof Step.EachItem) {
            if (node instanceof Node.Items array) {
                carryEach(array, move, at, items, made);
            }
            return;
        }
        below(node, step).ifPresent(next -> carry(next, move, at + 1, items, made));
    }

    /** There are as many items on the other side, even if some have nothing of this field. */
    private static void carryEach(
            Node.Items array, Move move, int at, List<Integer> items, Map<String, Object> made) {
        Draft.makeRoom(made, move.to(), items, array.items().size());
        for (int i = 0; i < array.items().size(); i++) {
            items.add(i);
            carry(array.items().get(i), move, at + 1, items, made);
            items.subList(items.size() - 1, items.size()).clear();
        }
    }

    private static Optional<Node> below(Node node, Step step) {
        if (step instanceof Step.Member member) {
            return node instanceof Node.Members object
                    ? object.find(member.name())
                    : Optional.empty();
        }
        return step instanceof Step.Item item
                        && node instanceof Node.Items array
                        && item.index() < array.items().size()
                ? Optional.of(array.items().get(item.index()))
                : Optional.empty();
    }
}
