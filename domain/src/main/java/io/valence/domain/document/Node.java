package io.valence.domain.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value of a document: one of the six kinds that JSON has (RFC 8259, section 3). */
public sealed interface Node {
    /** Whether it is {@code null}. */
    default boolean isNothing() {
        return this instanceof Nothing;
    }

    /** What {@code null} says. */
    record Nothing() implements Node {}

    /** True or false. */
    record Truth(boolean truth) implements Node {}

    /**
     * A number.
     *
     * @param digits as JSON writes it, so that nothing of it is lost
     */
    record Decimal(String digits) implements Node {}

    /** A text. */
    record Text(String text) implements Node {}

    /** An array. */
    record Items(List<Node> items) implements Node {
        /** An array without items. */
        public static final Items NONE = new Items(List.of());

        public Items {
            items = List.copyOf(items);
        }

        private Node kept() {
            List<Node> kept = new ArrayList<>(items.size());
            for (Node item : items) {
                kept.add(item.withoutNulls());
            }
            return new Items(kept);
        }
    }

    /** An object: its members by their names, in their order. */
    record Members(Map<String, Node> members) implements Node {
        /** An object without members. */
        public static final Members NONE = new Members(Map.of());

        public Members {
            members = OwnMap.of(members);
        }

        /** These members, in this map, which is this object's from now on. */
        public static Members taking(Map<String, Node> members) {
            return new Members(OwnMap.taking(members));
        }

        /** The member of this name; one that is {@code null} is there. */
        public Optional<Node> find(String name) {
            return Optional.ofNullable(members.get(name));
        }

        /** With this member too, or in place of the one of its name. */
        public Members with(String name, Node value) {
            LinkedHashMap<String, Node> more = new LinkedHashMap<>(members);
            more.put(name, value);
            return taking(more);
        }

        /** With this member before all others, of which none has its name. */
        public Members after(String name, Node value) {
            Map<String, Node> more = OwnMap.roomy(members.size() + 1);
            more.put(name, value);
            more.putAll(members);
            return taking(more);
        }

        private Node kept() {
            Map<String, Node> kept = OwnMap.roomy(members.size());
            for (Map.Entry<String, Node> member : members.entrySet()) {
                if (!member.getValue().isNothing()) {
                    kept.put(member.getKey(), member.getValue().withoutNulls());
                }
            }
            return taking(kept);
        }
    }

    /**
     * The same without any member that is {@code null}, on all levels; items stay where they are.
     */
    default Node withoutNulls() {
        if (this instanceof Members object) {
            return object.kept();
        }
        return this instanceof Items array ? array.kept() : this;
    }
}
