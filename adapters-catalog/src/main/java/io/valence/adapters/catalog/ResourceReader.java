package io.valence.adapters.catalog;

import io.valence.domain.document.DocumentPath;
import io.valence.domain.resource.Manner;
import io.valence.domain.resource.NextPageKey;
import io.valence.domain.resource.Parameter;
import io.valence.domain.resource.PathTemplate;
import io.valence.domain.resource.Resource;
import io.valence.domain.resource.Resources;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The reader of {@code resources}. One that needs what this version does not read, such as a hook,
 * is passed over as a whole: half of it would do something else than what its author meant.
 */
final class ResourceReader {
    /** What the hosted platform writes beside, and nothing here depends on. */
    private static final List<String> NOT_NEEDED =
            List.of(
                    "elementId",
                    "ownerAccountId",
                    "createdDate",
                    "updatedDate",
                    "operationId",
                    "response",
                    "model",
                    "tryitoutDisable",
                    "modelMigrated");

    /** What would change the call, and is not read. */
    private static final List<String> NOT_READ = List.of("nextResource", "formulaId");

    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private static final String INTERPRETED = "eb";

    private final Source source;
    private final Findings findings;
    private final ParameterReader parameters;
    private final MannerReader manners;
    private final ResourcePaths paths;
    private final DocumentPathReader places;
    private final Set<Long> ids = new HashSet<>();
    private final Set<String> calls = new HashSet<>();

    /** A reader for an element with entries of these keys. */
    ResourceReader(Set<String> keys, Source source, Findings findings) {
        this.source = source;
        this.findings = findings;
        this.parameters = ParameterReader.ofResources(keys, source, findings);
        this.manners = new MannerReader(source, findings);
        this.paths = new ResourcePaths(keys, findings);
        this.places = new DocumentPathReader(findings);
    }

    /** The resources that nothing is wrong with, in the order of the file. */
    Resources all(Members element) {
        List<Resource> resources = new ArrayList<>();
        List<JsonNode> items = element.list("resources");
        for (int i = 0; i < items.size(); i++) {
            Spot spot = element.spot("resources").item(i);
            Optional<Members> members = Members.asObject(items.get(i), spot, findings);
            members.flatMap(this::read).ifPresent(resources::add);
            members.ifPresent(inner -> source.report(inner, findings));
        }
        return Resources.of(resources);
    }

    /** Callers can tell resources apart by the method and the shape of the path. */
    private void refuseTwice(String method, PathTemplate path, Spot spot) {
        String shape =
                path.segments().stream()
                        .map(segment -> segment.startsWith("{") ? "{" : segment)
                        .collect(Collectors.joining("/", method + " /", ""));
        if (!calls.add(shape)) {
            findings.problem(spot, "another resource is " + method + " at such a path");
        }
    }

    private Optional<Resource> read(Members members) {
        NOT_NEEDED.forEach(members::isAbsent);
        String kind = members.optionalText("type").orElse(Resource.Kind.API.wireName());
        if (!isWhole(members, kind)) {
            members.names().forEach(members::isAbsent);
            return Optional.empty();
        }
        int problemsBefore = findings.problems().size();
        Optional<Long> id = members.number("id", Members.MOST);
        if (id.isPresent() && !ids.add(id.get())) {
            findings.problem(members.spot("id"), "another resource has this number");
        }
        Optional<String> method = method(members, "method", members.text("method"));
        Optional<PathTemplate> path = paths.asked(members);
        if (method.isPresent() && path.isPresent()) {
            refuseTwice(method.get(), path.get(), members.spot("path"));
        }
        Optional<String> vendorMethod =
                method(members, "vendorMethod", members.optionalText("vendorMethod"));
        Optional<PathTemplate> vendorPath = paths.vendors(members);
        String description = members.optionalText("description").orElse("");
        Optional<String> objectName = objectName(members);
        List<Parameter> known = parameters.all(members);
        Resource.Pagination pagination = pagination(members);
        Optional<DocumentPath> rootKey =
                members.optionalText("rootKey")
                        .filter(key -> !key.isEmpty())
                        .flatMap(key -> places.of(key, members, "rootKey"));
        Optional<NextPageKey> nextPageKey = nextPageKey(members);
        Manner manner = manners.of(members);
        boolean isWhole = known.size() == members.list("parameters").size();
        if (findings.problems().size() > problemsBefore || !isWhole) {
            return Optional.empty();
        }
        paths.judge(path.orElseThrow(), vendorPath.orElseThrow(), known, members);
        return Optional.of(
                new Resource(
                        id.orElseThrow(),
                        method.orElseThrow(),
                        path.get(),
                        vendorMethod.orElse(method.get()),
                        vendorPath.get(),
                        description,
                        Resource.Kind.named(kind).orElseThrow(),
                        objectName,
                        known,
                        pagination,
                        rootKey,
                        nextPageKey,
                        manner));
    }

    /** Whether there is nothing about the resource that is not read. */
    private boolean isWhole(Members members, String kind) {
        int warningsBefore = findings.warnings().size();
        int problemsBefore = findings.problems().size();
        if (Resource.Kind.named(kind).isEmpty()) {
            passOver(members, "type", Findings.quoted(kind));
        }
        String builtIn = members.optionalText("kind").orElse(INTERPRETED);
        if (!builtIn.equals(INTERPRETED)) {
            passOver(members, "kind", Findings.quoted(builtIn));
        }
        for (String name : NOT_READ) {
            if (!members.isAbsent(name)) {
                passOver(members, name, "a " + name);
            }
        }
        if (!members.list("hooks").isEmpty()) {
            passOver(members, "hooks", "hooks");
        }
        return findings.warnings().size() == warningsBefore
                && findings.problems().size() == problemsBefore;
    }

    private void passOver(Members members, String member, String what) {
        source.passOver(
                members.spot(member),
                "a resource with " + what + " is not read in this version",
                findings);
    }

    private Optional<String> method(Members members, String name, Optional<String> word) {
        if (word.isPresent() && !METHODS.contains(word.get())) {
            findings.problem(
                    members.spot(name),
                    "must be GET, POST, PUT, PATCH or DELETE, and not "
                            + Findings.quoted(word.get()));
        }
        return word;
    }

    private Optional<String> objectName(Members members) {
        Optional<String> name = members.optionalText("objectName");
        Optional<String> inner =
                members.object("object").flatMap(object -> object.optionalText("name"));
        return name.or(() -> inner);
    }

    private Resource.Pagination pagination(Members members) {
        Optional<String> word = members.optionalText("paginationType");
        for (Resource.Pagination pagination : Resource.Pagination.values()) {
            if (word.isPresent() && pagination.name().equals(word.get())) {
                return pagination;
            }
        }
        if (word.isPresent()) {
            findings.problem(
                    members.spot("paginationType"),
                    "must be VENDOR_SUPPORTED, VENDOR_NOT_SUPPORTED or NO_PAGINATION, and not "
                            + Findings.quoted(word.get()));
        }
        return Resource.Pagination.NO_PAGINATION;
    }

    private Optional<NextPageKey> nextPageKey(Members members) {
        Optional<String> text = members.optionalText("nextPageKey").filter(key -> !key.isEmpty());
        Optional<NextPageKey> key = text.flatMap(NextPageKey::parse);
        if (text.isPresent() && key.isEmpty()) {
            findings.problem(
                    members.spot("nextPageKey"),
                    "must be body. or header. and a name, and ?parameter behind it if that is part"
                            + " of an address there");
        }
        return key;
    }
}
