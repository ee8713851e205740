package io.valence.domain.document;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** The members of a large object, in their order and never changed. */
final class ManyMembers extends AbstractMap<String, Node> {
    private final Map<String, Node> map;

    /** These, which whoever gives them forgets. */
    ManyMembers(Map<String, Node> map) {
        this.map = Collections.unmodifiableMap(map);
    }

    @Override
    @SuppressWarnings("NullAway") // null for what is not there, as every map says it
    public Node get(Object name) {
        return map.get(name);
    }

    @Override
    public boolean containsKey(Object name) {
        return map.containsKey(name);
    }

    @Override
    public int size() {
        return map.size();
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super Node> action) {
        map.forEach(action);
    }

    @Override
    public Set<Map.Entry<String, Node>> entrySet() {
        return map.entrySet();
    }
}
