package io.valence.adapters.catalog;

import io.valence.domain.element.Element;
import io.valence.domain.element.ElementId;
import io.valence.domain.element.ElementKey;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who has which number and which key. A shipped element's numbers stay its own even when a file
 * takes its place, since instances remember them.
 */
final class Numbers {
    private final Map<ElementKey, ElementId> shipped = new HashMap<>();
    private final Map<ElementId, ElementKey> holders = new HashMap<>();
    private final Map<ElementKey, String> files = new HashMap<>();

    Numbers(List<Element> shippedElements) {
        for (Element element : shippedElements) {
            shipped.put(element.key(), element.id());
            holders.put(element.id(), element.key());
            element.aliases().forEach(alias -> holders.put(alias, element.key()));
        }
    }

    void claim(
            ElementId id,
            Set<ElementId> aliases,
            ElementKey key,
            Members members,
            Findings findings) {
        String other = files.putIfAbsent(key, members.spot().file());
        if (other != null) {
            findings.problem(members.spot("key"), Findings.quoted(other) + " has the same key");
            return;
        }
        ElementId kept = shipped.getOrDefault(key, id);
        if (!kept.equals(id)) {
            findings.problem(
                    members.spot("id"),
                    "must be " + kept + ", by which instances of " + key + " remember it");
        }
        take(id, key, members.spot("id"), findings);
        for (ElementId alias : aliases) {
            Spot spot = members.spot("valence").member("aliases");
            if (alias.equals(id)) {
                findings.problem(spot, alias + " is the element's own number");
            } else {
                take(alias, key, spot, findings);
            }
        }
    }

    private void take(ElementId number, ElementKey key, Spot spot, Findings findings) {
        ElementKey holder = holders.putIfAbsent(number, key);
        if (holder != null && !holder.equals(key)) {
            findings.problem(spot, number + " is the number of " + holder);
        }
    }
}
