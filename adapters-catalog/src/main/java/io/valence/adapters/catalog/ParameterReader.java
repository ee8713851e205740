package io.valence.adapters.catalog;

import io.valence.domain.resource.Parameter;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The reader of {@code parameters}: those that every request to the vendor can carry. What hooks
 * and resources would be needed for is passed over.
 */
final class ParameterReader {
    /** What the hosted platform writes beside, and nothing here depends on. */
    private static final List<String> NOT_NEEDED =
            List.of(
                    "elementId",
                    "resourceId",
                    "createdDate",
                    "updatedDate",
                    "description",
                    "dataType",
                    "vendorDataType",
                    "required",
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

    private static final String PUNCTUATION = "!#$%&'*+-.^_`|~";

    private final Set<String> keys;
    private final Source source;
    private final Findings findings;

    /** A reader for an element with entries of these keys. */
    ParameterReader(Set<String> keys, Source source, Findings findings) {
        this.keys = keys;
        this.source = source;
        this.findings = findings;
    }

    /** The parameters that nothing is wrong with, in the order of the file. */
    List<Parameter> all(Members element) {
        List<Parameter> parameters = new ArrayList<>();
        Set<Long> ids = new HashSet<>();
        List<JsonNode> items = element.list("parameters");
        for (int i = 0; i < items.size(); i++) {
            Spot spot = element.spot("parameters").item(i);
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
        if (findings.problems().size() > problemsBefore) {
            return Optional.empty();
        }
        Optional<Parameter.Source> from =
                Parameter.Source.named(type.orElseThrow()).filter(OF_ELEMENTS::contains);
        Optional<Parameter.Destination> to =
                Parameter.Destination.named(vendorType.orElseThrow())
                        .filter(PLACES_OF_ELEMENTS::contains);
        if (from.isEmpty()) {
            return passedOver(members, "type", type.get());
        }
        if (to.isEmpty()) {
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
                        to.get());
        judge(parameter, members);
        return Optional.of(parameter);
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
