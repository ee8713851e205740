package io.valence.domain.document;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The members of an object that is put together one by one; the first of a name gives its place.
 */
public final class MembersBuilder {
    private static final int USUAL = 8;
    private static final String[] NO_NAMES = {};
    private static final Node[] NO_VALUES = {};

    private String[] names = NO_NAMES;
    private Node[] values = NO_VALUES;
    private int size;

    /** All of them, once they are many: a table that bears names which were chosen to collide. */
    private Optional<Map<String, Node>> many = Optional.empty();

    /** Of no members yet. */
    public MembersBuilder() {}

    /** This member too, or in place of the one of its name. */
    public MembersBuilder put(String name, Node value) {
        if (many.isPresent()) {
            many.get().put(name, value);
            return this;
        }
        int place = FewMembers.place(name, names, size);
        if (place >= 0) {
            values[place] = value;
        } else if (size < FewMembers.MOST) {
            add(name, value);
        } else {
            Map<String, Node> all = new LinkedHashMap<>(4 * FewMembers.MOST);
            for (int i = 0; i < size; i++) {
                all.put(names[i], values[i]);
            }
            all.put(name, value);
            many = Optional.of(all);
        }
        return this;
    }

    /** All of these, each as by itself. */
    public MembersBuilder putAll(Map<String, Node> members) {
        members.forEach(this::put);
        return this;
    }

    private void add(String name, Node value) {
        if (size == names.length) {
            int room = Math.max(USUAL, 2 * size);
            names = Arrays.copyOf(names, room);
            values = Arrays.copyOf(values, room);
        }
        names[size] = name;
        values[size] = value;
        size++;
    }

    /** All that was put, after which it begins anew. */
    public Node.Members built() {
        Map<String, Node> members =
                many.isPresent()
                        ? new ManyMembers(many.get())
                        : new FewMembers(names, values, size);
        names = NO_NAMES;
        values = NO_VALUES;
        size = 0;
        many = Optional.empty();
        return new Node.Members(members);
    }
}
