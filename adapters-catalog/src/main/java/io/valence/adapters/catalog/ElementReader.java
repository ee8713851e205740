package io.valence.adapters.catalog;

import io.valence.domain.authentication.AuthenticationScheme;
import io.valence.domain.configuration.ConfigurationEntry;
import io.valence.domain.configuration.ConfigurationKey;
import io.valence.domain.configuration.ConfigurationSchema;
import io.valence.domain.configuration.EntryId;
import io.valence.domain.element.Element;
import io.valence.domain.element.ElementId;
import io.valence.domain.element.ElementKey;
import io.valence.domain.element.Trait;
import io.valence.domain.resource.Parameter;
import io.valence.domain.resource.Resources;
import io.valence.domain.resource.VendorApi;
import io.valence.domain.resource.VendorObject;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The reader of one element file. */
final class ElementReader {
    /** Numbers above are those of organizations' own elements. */
    static final long MOST_ID = 999_999;

    private static final List<String> NOT_YET_READ = List.of("hooks", "models");

    private final Source source;
    private final Set<String> hubs;
    private final Numbers numbers;
    private final Findings findings;

    ElementReader(Source source, Set<String> hubs, Numbers numbers, Findings findings) {
        this.source = source;
        this.hubs = hubs;
        this.numbers = numbers;
        this.findings = findings;
    }

    /** The element, if nothing is wrong with its file. */
    Optional<Element> read(String file, ObjectNode root) {
        int problemsBefore = findings.problems().size();
        Members members = new Members(root, Spot.of(file), findings);
        Optional<ElementId> id = members.number("id", MOST_ID).map(ElementId::new);
        Optional<ElementKey> key = key(members);
        Optional<String> name = members.text("name");
        Optional<String> description = members.text("description");
        String image = members.optionalText("image").orElse("");
        String logo = members.optionalText("logo").orElse("");
        String hub = hub(members);
        String protocol = members.optionalText("protocolType").orElse("http");
        Optional<AuthenticationScheme> named = scheme(members);
        Set<Trait> traits = traits(members);
        Set<String> keys = keys(members);
        Marks marks = marks(members, keys);
        Optional<AuthenticationScheme> scheme = named.map(known -> spoken(known, marks, members));
        List<ConfigurationEntry> entries = entries(members, marks, keys);
        List<Parameter> parameters = ParameterReader.ofElement(keys, source, findings).all(members);
        Resources resources = new ResourceReader(keys, source, findings).all(members);
        List<VendorObject> objects = new ObjectReader(source, findings).all(members);
        scheme.ifPresent(known -> refuseWithoutEntries(known, keys, members));
        if (id.isPresent() && key.isPresent()) {
            numbers.claim(id.get(), marks.aliases(), key.get(), members, findings);
        }
        passOverWhatIsNotYetRead(members);
        source.report(members, findings);
        if (findings.problems().size() > problemsBefore) {
            return Optional.empty();
        }
        return Optional.of(
                new Element(
                        id.orElseThrow(),
                        marks.aliases(),
                        key.orElseThrow(),
                        name.orElseThrow(),
                        description.orElseThrow(),
                        hub,
                        image,
                        logo,
                        protocol,
                        scheme.orElseThrow(),
                        ConfigurationSchema.of(source.complete(id.orElseThrow(), entries)),
                        traits,
                        parameters,
                        marks.check(),
                        new VendorApi(resources, objects, marks.dialect())));
    }

    private Optional<ElementKey> key(Members members) {
        Optional<String> text = members.text("key");
        Optional<ElementKey> key = text.flatMap(ElementKey::parse);
        if (text.isPresent() && key.isEmpty()) {
            findings.problem(
                    members.spot("key"),
                    "must be 1 to 64 letters, digits, - and _, not digits alone");
        }
        return key;
    }

    private String hub(Members members) {
        String hub = members.optionalText("hub").orElse("general");
        if (!hubs.contains(hub)) {
            findings.problem(members.spot("hub"), "there is no hub " + Findings.quoted(hub));
        }
        return hub;
    }

    private Optional<AuthenticationScheme> scheme(Members members) {
        if (members.isAbsent("authentication")) {
            findings.problem(members.spot("authentication"), "is missing");
        }
        Optional<Members> authentication = members.object("authentication");
        if (authentication.isEmpty()) {
            return Optional.empty();
        }
        Members inner = authentication.get();
        Optional<String> name = inner.text("type");
        Optional<AuthenticationScheme> scheme = name.flatMap(AuthenticationScheme::named);
        if (name.isPresent() && scheme.isEmpty()) {
            findings.problem(
                    inner.spot("type"), "there is no scheme " + Findings.quoted(name.get()));
        }
        source.report(inner, findings);
        return scheme;
    }

    /** The scheme with what {@code valence} says of it. */
    private AuthenticationScheme spoken(AuthenticationScheme scheme, Marks marks, Members members) {
        if (marks.oauth().isPresent() && !(scheme instanceof AuthenticationScheme.OAuth2)) {
            findings.problem(
                    members.spot("valence").member("oauth"),
                    "authentication is by " + scheme.name() + "; only oauth2 has a grant");
            return scheme;
        }
        return marks.oauth().<AuthenticationScheme>map(oauth -> oauth).orElse(scheme);
    }

    private static Set<Trait> traits(Members members) {
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        for (Trait trait : Trait.values()) {
            if (members.flag(trait.wireName(), trait == Trait.ACTIVE)) {
                traits.add(trait);
            }
        }
        return traits;
    }

    /** The keys as they stand, so that a broken entry is not reported as a missing one too. */
    private static Set<String> keys(Members members) {
        Set<String> keys = new LinkedHashSet<>();
        members.raw("configuration")
                .forEach(item -> item.path("key").stringValueOpt().ifPresent(keys::add));
        return keys;
    }

    private Marks marks(Members members, Set<String> keys) {
        return members.object("valence")
                .map(
                        inner -> {
                            Marks marks = Marks.read(inner, keys, source, findings);
                            source.report(inner, findings);
                            return marks;
                        })
                .orElse(Marks.NONE);
    }

    private List<ConfigurationEntry> entries(Members members, Marks marks, Set<String> keys) {
        if (members.isAbsent("configuration")) {
            findings.problem(members.spot("configuration"), "is missing");
        }
        EntryReader reader = new EntryReader(findings);
        List<ConfigurationEntry> entries = new ArrayList<>();
        Map<ConfigurationKey, Spot> spots = new HashMap<>();
        Set<EntryId> ids = new HashSet<>();
        List<JsonNode> items = members.list("configuration");
        for (int i = 0; i < items.size(); i++) {
            Spot spot = members.spot("configuration").item(i);
            Optional<Members> inner = Members.asObject(items.get(i), spot, findings);
            Optional<ConfigurationEntry> entry = inner.flatMap(m -> reader.read(m, marks));
            inner.ifPresent(m -> source.report(m, findings));
            if (entry.isEmpty()) {
                continue;
            }
            boolean isNew = ids.add(entry.get().id());
            if (!isNew) {
                findings.problem(spot.member("id"), "another entry has this number");
            }
            if (spots.putIfAbsent(entry.get().key(), spot) != null) {
                findings.problem(spot.member("key"), "another entry has this key");
            } else if (isNew) {
                entries.add(entry.get());
            }
        }
        Defaults.check(entries, keys, spots, findings);
        return entries;
    }

    private void refuseWithoutEntries(
            AuthenticationScheme scheme, Set<String> keys, Members members) {
        for (ConfigurationKey read : scheme.reads()) {
            if (!keys.contains(read.value())) {
                findings.problem(
                        members.spot("configuration"),
                        "authentication by " + scheme.name() + " needs an entry " + read);
            }
        }
    }

    private void passOverWhatIsNotYetRead(Members members) {
        for (String name : NOT_YET_READ) {
            if (!members.list(name).isEmpty()) {
                source.passOver(members.spot(name), "is not read in this version", findings);
            }
        }
    }
}
