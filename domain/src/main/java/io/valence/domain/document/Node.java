package io.valence.domain.document;

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
    }

    /** An object: its members by their names, in their order. */
    record Members(Map<String, Node> members) implements Node {
        /** An object without members. */
        public static final Members NONE = new Members(Map.of());

        public Members {
            members = kept(members);
        }

        /** Maps of our own stay as they are; others are copied. */
        private static Map<String, Node> kept(Map<String, Node> members) {
            if (members instanceof FewMembers || members instanceof ManyMembers) {
                return members;
            }
            return new MembersBuilder().putAll(members).built().members();
        }

        /** The member of this name; one that is {@code null} is there. */
        public Optional<Node> find(String name) {
            return Optional.ofNullable(members.get(name));
        }

        /** With this member too, or in place of the one of its name. */
        public Members with(String name, Node value) {
            return new MembersBuilder().putAll(members).put(name, value).built();
        }

        /** With this member before all others, unless one of them has its name. */
        public Members after(String name, Node value) {
            if (members instanceof FewMembers few
                    && few.size() < FewMembers.MOST
                    && !few.containsKey(name)) {
                return new Members(few.after(name, value));
            }
            return new MembersBuilder().put(name, value).putAll(members).built();
        }
    }
}
