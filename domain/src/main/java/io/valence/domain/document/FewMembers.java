package io.valence.domain.document;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/**
 * The members of a small object, in their order and never changed. They stand in two arrays, since
 * nearly all objects are small and to compare a few names costs less than to keep a table of them.
 */
final class FewMembers extends AbstractMap<String, Node> {
    /** How many are compared sooner than they are looked up. */
    static final int MOST = 16;

    private final String[] names;
    private final Node[] values;
    private final int size;

    /** The first so many of these, which whoever gives them forgets. */
    FewMembers(String[] names, Node[] values, int size) {
        this.names = names;
        this.values = values;
        this.size = size;
    }

    /** Where the name is among the first so many; below zero if it is not. */
    static int place(Object name, String[] names, int size) {
        for (int i = 0; i < size; i++) {
            if (names[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** These after one more of another name. */
    FewMembers after(String name, Node value) {
        String[] moreNames = new String[size + 1];
        Node[] moreValues = new Node[size + 1];
        moreNames[0] = name;
        moreValues[0] = value;
        System.arraycopy(names, 0, moreNames, 1, size);
        System.arraycopy(values, 0, moreValues, 1, size);
        return new FewMembers(moreNames, moreValues, size + 1);
    }

    @Override
    @SuppressWarnings("NullAway") // null for what is not there, as every map says it
    public Node get(Object name) {
        int place = place(name, names, size);
        return place < 0 ? null : values[place];
    }

    @Override
    public boolean containsKey(Object name) {
        return place(name, names, size) >= 0;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super Node> action) {
        for (int i = 0; i < size; i++) {
            action.accept(names[i], values[i]);
        }
    }

    @Override
    public Set<Map.Entry<String, Node>> entrySet() {
        return new Entries();
    }

    private final class Entries extends AbstractSet<Map.Entry<String, Node>> {
        @Override
        public Iterator<Map.Entry<String, Node>> iterator() {
            return IntStream.range(0, size)
                    .mapToObj(place -> Map.entry(names[place], values[place]))
                    .iterator();
        }

        @Override
        public int size() {
            return size;
        }
    }
}
