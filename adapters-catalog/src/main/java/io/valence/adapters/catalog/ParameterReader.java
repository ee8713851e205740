package io.valence.adapters.catalog;

import io.valence.domain.resource.Parameter;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The reader of {@code parameters}: an element's, which every request to the vendor can carry, or
 * those of its resources. What hooks and chains of calls would be needed for is passed over.
 */
final class ParameterReader {
    /** What the hosted platform writes beside, and nothing here depends on. */
    private static final List<String> NOT_NEEDED =
            List.of(
                    "elementId",
                    "resourceId",
                    "createdDate",
                    "updatedDate",
                    "dataType",
                    "vendorDataType",
                    "sampleData");

    /** What says how a message is framed and where it goes is not an element's to say. */
    private static final Set<String> OF_THE_CONNECTION =
            Set.of(
                    "connection",
                    "content-length",
                    "expect",
                    "host",
                    "keep-alive",
                    "proxy-authenticate",
                    "proxy-authorization",
                    "proxy-connection",
                    "te",
                    "trailer",
                    "transfer-encoding",
                    "upgrade");

    /** What is known before a caller asks for anything. */
    private static final Set<Parameter.Source> OF_ELEMENTS =
            EnumSet.of(Parameter.Source.CONFIGURATION, Parameter.Source.VALUE);

    /** Where every request has room. */
    private static final Set<Parameter.Destination> PLACES_OF_ELEMENTS =
            EnumSet.of(Parameter.Destination.HEADER, Parameter.Destination.QUERY);

    /** What is more than one value has no room in a header or in a path. */
    private static final Map<Parameter.Source, Set<Parameter.Destination>> PLACES_OF_MUCH =
            Map.of(
                    Parameter.Source.BODY,
                    EnumSet.of(
                            Parameter.Destination.BODY,
                            Parameter.Destination.BODY_FIELD,
                            Parameter.Destination.NOWHERE),
                    Parameter.Source.BODY_FIELD,
                    EnumSet.of(Parameter.Destination.BODY_FIELD, Parameter.Destination.NOWHERE),
                    Parameter.Source.MULTIPART,
                    EnumSet.of(Parameter.Destination.MULTIPART, Parameter.Destination.NOWHERE));

    private static final String PUNCTUATION = "!#$%&'*+-.^_`|~";

    private final Set<Parameter.Source> sources;
    private final Set<Parameter.Destination> places;
    private final Set<String> keys;
    private final Source source;
    private final Findings findings;
    private final DocumentPathReader paths;
    private final Set<Long> ids = new HashSet<>();

    private ParameterReader(
            Set<Parameter.Source> sources,
            Set<Parameter.Destination> places,
            Set<String> keys,
            Source source,
            Findings findings) {
        this.sources = sources;
        this.places = places;
        this.keys = keys;
        this.source = source;
        this.findings = findings;
        this.paths = new DocumentPathReader(findings);
    }

    /** A reader for an element with entries of these keys. */
    static ParameterReader ofElement(Set<String> keys, Source source, Findings findings) {
        return new ParameterReader(OF_ELEMENTS, PLACES_OF_ELEMENTS, keys, source, findings);
    }

    /** A reader for all resources of an element with entries of these keys. */
    static ParameterReader ofResources(Set<String> keys, Source source, Findings findings) {
        return new ParameterReader(
                EnumSet.allOf(Parameter.Source.class),
                EnumSet.allOf(Parameter.Destination.class),
                keys,
                source,
                findings);
    }

    /** The parameters that nothing is wrong with, in the order of the file. */
    List<Parameter> all(Members owner) {
        List<Parameter> parameters = new ArrayList<>();
        List<JsonNode> items = owner.list("parameters");
        for (int i = 0; i < items.size(); i++) {
            Spot spot = owner.spot("parameters").item(i);
            Optional<Members> members = Members.asObject(items.get(i), spot, findings);
            Optional<Parameter> parameter = members.flatMap(this::read);
            members.ifPresent(inner -> source.report(inner, findings));
            if (parameter.isPresent()) {
                if (!ids.add(parameter.get().id())) {
                    findings.problem(spot.member("id"), "another parameter has this number");
                }
                parameters.add(parameter.get());
            }
        }
        return parameters;
    }

    private Optional<Parameter> read(Members members) {
        NOT_NEEDED.forEach(members::isAbsent);
        int problemsBefore = findings.problems().size();
        Optional<Long> id = members.number("id", Members.MOST);
        Optional<String> name = members.text("name");
        Optional<String> vendorName = members.text("vendorName");
        Optional<String> type = members.text("type");
        Optional<String> vendorType = members.text("vendorType");
        Optional<String> converter = members.optionalText("converter");
        String direction = members.optionalText("source").orElse("request");
        boolean required = members.flag("required", false);
        Optional<String> description = members.optionalText("description");
        if (findings.problems().size() > problemsBefore) {
            return Optional.empty();
        }
        Optional<Parameter.Source> from =
                Parameter.Source.named(type.orElseThrow()).filter(sources::contains);
        Optional<Parameter.Destination> to =
                Parameter.Destination.named(vendorType.orElseThrow()).filter(places::contains);
        if (from.isEmpty()) {
            return passedOver(members, "type", type.get());
        }
        if (to.filter(place -> hasRoom(place, from.get())).isEmpty()) {
            return passedOver(members, "vendorType", vendorType.get());
        }
        if (!direction.equals("request")) {
            return passedOver(members, "source", direction);
        }
        if (converter.isPresent()) {
            return passedOver(members, "converter", converter.get());
        }
        Parameter parameter =
                new Parameter(
                        id.orElseThrow(),
                        name.orElseThrow(),
                        from.get(),
                        vendorName.orElseThrow(),
                        to.get(),
                        required,
                        description);
        judge(parameter, members);
        return Optional.of(parameter);
    }

    private static boolean hasRoom(Parameter.Destination place, Parameter.Source from) {
        return !PLACES_OF_MUCH.containsKey(from)
                ? place != Parameter.Destination.BODY
                : PLACES_OF_MUCH.getOrDefault(from, Set.of()).contains(place);
    }

    private Optional<Parameter> passedOver(Members members, String member, String word) {
        source.passOver(
                members.spot(member),
                "a parameter of " + Findings.quoted(word) + " is not read in this version",
                findings);
        return Optional.empty();
    }

    private void judge(Parameter parameter, Members members) {
        if (parameter.source() == Parameter.Source.CONFIGURATION
                && !keys.contains(parameter.name())) {
            findings.problem(
                    members.spot("name"), "there is no entry " + Findings.quoted(parameter.name()));
        }
        if (parameter.destination() == Parameter.Destination.HEADER) {
            judgeHeader(parameter, members);
        }
        if (parameter.source() == Parameter.Source.BODY_FIELD) {
            paths.of(parameter.name(), members, "name");
        }
        if (parameter.destination() == Parameter.Destination.BODY_FIELD) {
            paths.of(parameter.vendorName(), members, "vendorName");
        }
    }

    private void judgeHeader(Parameter parameter, Members members) {
        String header = parameter.vendorName();
        if (!header.chars().allMatch(ParameterReader::isOfAToken)) {
            findings.problem(
                    members.spot("vendorName"),
                    "must be the name of a header: letters, digits and " + PUNCTUATION);
        } else if (OF_THE_CONNECTION.contains(header.toLowerCase(Locale.ROOT))) {
            findings.problem(
                    members.spot("vendorName"),
                    Findings.quoted(header) + " is a header that the connection decides on");
        }
        if (parameter.source() == Parameter.Source.VALUE
                && parameter.name().chars().anyMatch(Character::isISOControl)) {
            findings.problem(
                    members.spot("name"), "must be a header's value: no control characters");
        }
    }

    /** RFC 9110, section 5.6.2. */
    private static boolean isOfAToken(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || PUNCTUATION.indexOf(c) >= 0;
    }
}
