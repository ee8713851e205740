package io.valence.adapters.catalog;

import io.valence.domain.authentication.AuthenticationScheme;
import io.valence.domain.configuration.Format;
import io.valence.domain.element.CheckCall;
import io.valence.domain.element.ElementId;
import io.valence.domain.query.Dialect;

import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a file says under {@code valence}: further numbers, formats of values, further secrets, how
 * OAuth is spoken, which call shows that the vendor lets somebody in, and how it is asked for
 * records.
 */
record Marks(
        Set<ElementId> aliases,
        Map<String, Format> formats,
        Set<String> secrets,
        Optional<AuthenticationScheme.OAuth2> oauth,
        Optional<CheckCall> check,
        Optional<Dialect> dialect) {
    static final Marks NONE =
            new Marks(
                    Set.of(),
                    Map.of(),
                    Set.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    /** The marks in this member; {@code keys} are those of the file's entries. */
    static Marks read(Members members, Set<String> keys, Source source, Findings findings) {
        VendorReader vendor = new VendorReader(source, findings);
        return new Marks(
                aliases(members, findings),
                formats(members, keys, findings),
                secrets(members, keys, findings),
                members.object("oauth").flatMap(vendor::oauth),
                members.object("check").flatMap(inner -> vendor.check(inner, keys)),
                members.object("query").flatMap(new DialectReader(source, findings)::read));
    }

    private static Set<ElementId> aliases(Members members, Findings findings) {
        Set<ElementId> aliases = new LinkedHashSet<>();
        List<JsonNode> items = members.list("aliases");
        for (int i = 0; i < items.size(); i++) {
            Spot spot = members.spot("aliases").item(i);
            Members.asNumber(items.get(i), 1, ElementReader.MOST_ID, spot, findings)
                    .filter(number -> !aliases.add(new ElementId(number)))
                    .ifPresent(number -> findings.problem(spot, "stands there twice"));
        }
        return aliases;
    }

    private static Map<String, Format> formats(
            Members members, Set<String> keys, Findings findings) {
        Map<String, Format> formats = new HashMap<>();
        members.object("formats")
                .ifPresent(
                        named -> {
                            for (String key : named.names()) {
                                Spot spot = named.spot().named(key);
                                refuseStranger(key, keys, spot, findings);
                                Optional<String> name = named.text(key);
                                Optional<Format> format = name.flatMap(Format::named);
                                if (format.isPresent()) {
                                    formats.put(key, format.get());
                                } else if (name.isPresent()) {
                                    String shown = Findings.quoted(name.get());
                                    findings.problem(spot, "there is no format " + shown);
                                }
                            }
                        });
        return formats;
    }

    private static Set<String> secrets(Members members, Set<String> keys, Findings findings) {
        Set<String> secrets = new HashSet<>();
        for (String key : members.texts("secrets")) {
            refuseStranger(key, keys, members.spot("secrets"), findings);
            secrets.add(key);
        }
        return secrets;
    }

    private static void refuseStranger(String key, Set<String> keys, Spot spot, Findings findings) {
        if (!keys.contains(key)) {
            findings.problem(spot, "there is no entry " + Findings.quoted(key));
        }
    }
}
