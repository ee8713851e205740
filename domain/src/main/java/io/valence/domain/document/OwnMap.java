package io.valence.domain.document;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A map that nobody else has, so that it need not be copied to stay as it is. */
final class OwnMap extends AbstractMap<String, Node> {
    private final Map<String, Node> map;

    private OwnMap(Map<String, Node> map) {
        this.map = map;
    }

    /** This one, if it is one of these; else a copy. */
    static OwnMap of(Map<String, Node> map) {
        return map instanceof OwnMap own ? own : new OwnMap(new LinkedHashMap<>(map));
    }

    /** This very one, which whoever gives it forgets. */
    static OwnMap taking(Map<String, Node> map) {
        return new OwnMap(map);
    }

    /** A map that takes so many members without having to grow. */
    static Map<String, Node> roomy(int members) {
        return new LinkedHashMap<>(members * 4 / 3 + 1);
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
    public Set<Entry<String, Node>> entrySet() {
        return Collections.unmodifiableSet(map.entrySet());
    }
}
