package io.valence.sandbox.row;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Comparator;

/** By which field records are put in order. Those without a value come last. */
public record Order(String field, boolean isDescending) implements Comparator<ObjectNode> {
    @Override
    public int compare(ObjectNode left, ObjectNode right) {
        JsonNode one = left.path(field);
        JsonNode other = right.path(field);
        boolean oneAbsent = one.isMissingNode() || one.isNull();
        boolean otherAbsent = other.isMissingNode() || other.isNull();
        if (oneAbsent || otherAbsent) {
            return Boolean.compare(oneAbsent, otherAbsent);
        }
        int comparison =
                one.isNumber() && other.isNumber()
                        ? one.decimalValue().compareTo(other.decimalValue())
                        : one.asString().compareTo(other.asString());
        return isDescending ? -comparison : comparison;
    }
}
