package io.valence.adapters.catalog;

import io.valence.domain.resource.Parameter;
import io.valence.domain.resource.PathTemplate;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The reader of a resource's two paths, and of what stands in braces there. */
final class ResourcePaths {
    private static final String HUBS = "/hubs/";
    private static final String ANY_SEGMENT = "x";

    private final Set<String> keys;
    private final Findings findings;

    /** A reader for an element with entries of these keys. */
    ResourcePaths(Set<String> keys, Findings findings) {
        this.keys = keys;
        this.findings = findings;
    }

    /** What callers ask for, without the hub. */
    Optional<PathTemplate> asked(Members members) {
        Optional<PathTemplate> path =
                path(members, "path", members.text("path").map(ResourcePaths::withoutHub));
        if (path.isPresent()) {
            judgeAsked(path.get(), members.spot("path"));
        }
        return path;
    }

    /** What the vendor is asked for. */
    Optional<PathTemplate> vendors(Members members) {
        return path(members, "vendorPath", members.text("vendorPath"));
    }

    private Optional<PathTemplate> path(Members members, String name, Optional<String> text) {
        Optional<PathTemplate> template =
                text.flatMap(PathTemplate::parse).filter(ResourcePaths::isPath);
        if (text.isPresent() && template.isEmpty()) {
            findings.problem(
                    members.spot(name),
                    "must be a path that begins with a slash, as it stands in an address, without a"
                            + " query; names may stand in braces");
        }
        return template;
    }

    private static String withoutHub(String path) {
        int end = path.startsWith(HUBS) ? path.indexOf('/', HUBS.length()) : 0;
        return end < 0 ? "" : path.substring(end);
    }

    private static boolean isPath(PathTemplate template) {
        String filled = template.filled(name -> Optional.of(ANY_SEGMENT)).orElseThrow();
        return VendorReader.isPath(filled)
                && filled.indexOf('?') < 0
                && !template.segments().isEmpty();
    }

    /** A name there stands for a whole segment. */
    private void judgeAsked(PathTemplate path, Spot spot) {
        long whole =
                path.segments().stream()
                        .filter(
                                each ->
                                        each.startsWith("{")
                                                && each.indexOf('}') + 1 == each.length())
                        .count();
        if (whole < path.names().size()) {
            findings.problem(spot, "a name in braces must stand for all between two slashes");
        }
        if (new HashSet<>(path.names()).size() < path.names().size()) {
            findings.problem(spot, "has a name in braces twice");
        }
    }

    /** What stands in braces must come from somewhere and go somewhere. */
    void judge(
            PathTemplate path,
            PathTemplate vendorPath,
            List<Parameter> parameters,
            Members members) {
        Set<String> taken =
                parameters.stream()
                        .filter(each -> each.source() == Parameter.Source.PATH)
                        .map(Parameter::name)
                        .collect(Collectors.toSet());
        Set<String> given =
                parameters.stream()
                        .filter(each -> each.destination() == Parameter.Destination.PATH)
                        .map(Parameter::vendorName)
                        .collect(Collectors.toSet());
        for (String name : path.names()) {
            if (!taken.contains(name)) {
                report(members, "path", name, "no parameter takes it from there");
            }
        }
        for (String name : vendorPath.names()) {
            if (!given.contains(name) && !keys.contains(name)) {
                report(members, "vendorPath", name, "no parameter goes there, nor is it an entry");
            }
        }
        taken.stream()
                .filter(name -> !path.names().contains(name))
                .sorted()
                .forEach(name -> lacks(members, "path", name));
        given.stream()
                .filter(name -> !vendorPath.names().contains(name))
                .sorted()
                .forEach(name -> lacks(members, "vendorPath", name));
    }

    private void report(Members members, String member, String name, String sentence) {
        findings.problem(
                members.spot(member),
                "names " + Findings.quoted(name) + " in braces, and " + sentence);
    }

    private void lacks(Members members, String member, String name) {
        findings.problem(
                members.spot("parameters"),
                "one is about " + Findings.quoted(name) + ", and " + member + " has no such name");
    }
}
