package io.valence.domain.transformation;

import io.valence.domain.document.MembersBuilder;
import io.valence.domain.document.Node;
import io.valence.domain.transformation.FieldPath.Step;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A record that is being made: maps and lists that are still written to, above nodes that are not.
 * Places in it are names and numbers.
 */
final class Draft {
    private Draft() {}

    /** The place that a path leads to, if these are the items where it leads to each. */
    static List<Object> located(List<Step> path, List<Integer> items) {
        List<Object> place = new ArrayList<>(path.size());
        int each = 0;
        for (Step step : path) {
            if (step instanceof Step.Member member) {
                place.add(member.name());
            } else if (step instanceof Step.Item item) {
                place.add(item.index());
            } else if (each < items.size()) {
                place.add(items.get(each++));
            } else {
                return place;
            }
        }
        return place;
    }

    static void put(Map<String, Object> draft, List<Object> place, Node value) {
        Object above = draft;
        for (int i = 0; i + 1 < place.size(); i++) {
            above = opened(above, place.get(i), place.get(i + 1) instanceof String);
        }
        set(above, place.get(place.size() - 1), value);
    }

    /** Makes an array of at least so many items where the path first leads to each anew. */
    static void makeRoom(
            Map<String, Object> draft, List<Step> path, List<Integer> items, int size) {
        List<Object> place = located(path, items);
        Object above = draft;
        for (int i = 0; i < place.size(); i++) {
            boolean object = i + 1 < place.size() && place.get(i + 1) instanceof String;
            above = opened(above, place.get(i), object);
        }
        boolean objects =
                place.size() + 1 < path.size() && path.get(place.size() + 1) instanceof Step.Member;
        for (int i = listed(above).size(); i < size; i++) {
            listed(above).add(objects ? Node.Members.NONE : new Node.Nothing());
        }
    }

    /** What stands there, as a map or a list that can be written to. */
    private static Object opened(Object above, Object name, boolean object) {
        Object present = get(above, name);
        if (object ? present instanceof Map<?, ?> : present instanceof List<?>) {
            return present;
        }
        Object fresh = object ? new LinkedHashMap<String, Object>() : new ArrayList<Object>();
        if (object && present instanceof Node.Members it) {
            mapped(fresh).putAll(it.members());
        }
        if (!object && present instanceof Node.Items it) {
            listed(fresh).addAll(it.items());
        }
        set(above, name, fresh);
        return fresh;
    }

    private static Object get(Object above, Object name) {
        if (name instanceof Integer index) {
            return index < listed(above).size() ? listed(above).get(index) : new Node.Nothing();
        }
        return mapped(above).getOrDefault((String) name, new Node.Nothing());
    }

    private static void set(Object above, Object name, Object value) {
        if (name instanceof Integer index) {
            List<Object> list = listed(above);
            while (list.size() <= index) {
                list.add(new Node.Nothing());
            }
            list.set(index, value);
        } else {
            mapped(above).put((String) name, value);
        }
    }

    static Node finished(Object draft) {
        if (draft instanceof Map<?, ?>) {
            MembersBuilder members = new MembersBuilder();
            mapped(draft).forEach((name, value) -> members.put(name, finished(value)));
            return members.built();
        }
        if (draft instanceof List<?>) {
            return new Node.Items(listed(draft).stream().map(Draft::finished).toList());
        }
        return (Node) draft;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> mapped(Object draft) {
        return (Map<String, Object>) draft;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> listed(Object draft) {
        return (List<Object>) draft;
    }
}
