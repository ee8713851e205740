package io.valence.adapters.catalog;

import io.valence.domain.configuration.ConfigurationKey;
import io.valence.domain.element.Element;
import io.valence.domain.element.ElementKey;
import io.valence.domain.element.Hub;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What lies in this module's own resources; {@code index.json} names the element files there. */
record Shipped(List<Element> elements, List<Hub> hubs) {
    static Shipped read() {
        Findings findings = new Findings();
        List<Hub> hubs = new ArrayList<>();
        int at = 0;
        for (JsonNode item : list("hubs.json", findings)) {
            Members members =
                    Members.asObject(item, Spot.of("hubs.json").item(at++), findings).orElseThrow();
            hubs.add(hub(members));
            Source.SHIPPED.report(members, findings);
        }
        Set<String> keys = hubs.stream().map(Hub::key).collect(Collectors.toSet());
        ElementReader reader =
                new ElementReader(Source.SHIPPED, keys, new Numbers(List.of()), findings);
        List<Element> elements = new ArrayList<>();
        for (JsonNode file : list("index.json", findings)) {
            String name = file.stringValue();
            Json.readObject(bytes(name), Spot.of(name), findings)
                    .flatMap(root -> reader.read(name, root))
                    .ifPresent(elements::add);
        }
        if (!findings.problems().isEmpty()) {
            throw new IllegalStateException(String.join("; ", findings.problems()));
        }
        return new Shipped(List.copyOf(elements), List.copyOf(hubs));
    }

    /** The same with other defaults. */
    Shipped with(Map<ElementKey, Map<ConfigurationKey, String>> defaults) {
        return new Shipped(OtherDefaults.in(elements, defaults), hubs);
    }

    private static Hub hub(Members members) {
        return new Hub(
                members.number("id", Members.MOST).orElseThrow(),
                members.text("key").orElseThrow(),
                members.text("name").orElseThrow(),
                members.text("description").orElseThrow(),
                members.flag("active", true));
    }

    private static JsonNode list(String name, Findings findings) {
        return Json.read(bytes(name), Spot.of(name), findings).orElseThrow();
    }

    private static byte[] bytes(String name) {
        try (InputStream in = Shipped.class.getResourceAsStream("/catalog/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the catalog has no " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
