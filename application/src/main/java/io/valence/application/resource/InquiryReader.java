package io.valence.application.resource;

import io.valence.domain.call.Header;
import io.valence.domain.configuration.ConfigurationKey;
import io.valence.domain.configuration.UnlockedConfiguration;
import io.valence.domain.element.Element;
import io.valence.domain.query.Ceql;
import io.valence.domain.query.Expression;
import io.valence.domain.query.Parsed;
import io.valence.domain.query.Translation;
import io.valence.domain.resource.PagingStyle;
import io.valence.domain.resource.Parameter;
import io.valence.domain.resource.Resource;
import io.valence.domain.transformation.FieldChoice;
import io.valence.domain.transformation.FieldPath;
import io.valence.domain.transformation.Transformation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The reader of what a caller asks of a resource; everything that is wrong with it is named. */
final class InquiryReader {
    static final String WHERE = "where";
    static final String ORDER_BY = "orderBy";
    static final String FIELDS = "fields";
    static final String PAGE = "page";
    static final String PAGE_SIZE = "pageSize";
    static final String NEXT_PAGE = "nextPage";

    private static final ConfigurationKey PAGING_TYPE = new ConfigurationKey("pagination.type");

    private final Names names;
    private final Element element;
    private final UnlockedConfiguration configuration;
    private final Resource resource;
    private final Map<String, String> supplied;
    private final List<String> problems = new ArrayList<>();
    private final Map<String, String> query = new TreeMap<>();
    private final Map<String, String> spoken = new HashMap<>();

    InquiryReader(
            Names names,
            Element element,
            UnlockedConfiguration configuration,
            Resource resource,
            Map<String, String> supplied) {
        this.names = names;
        this.element = element;
        this.configuration = configuration;
        this.resource = resource;
        this.supplied = supplied;
    }

    /** Everything that is wrong, a sentence each. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    /** The inquiry; it is worth something if there are no problems. */
    Inquiry read(Map<String, String> variables, List<Header> sent, Optional<PageToken> token) {
        ask(token);
        Optional<Expression> filter = where();
        order();
        Optional<FieldChoice> fields = fields(filter.isPresent());
        passOn();
        refuseRivals();
        Map<String, String> headers = headers(sent);
        refuseDots(variables);
        refuseDots(partsOfThePath(headers));
        PageReader pages = new PageReader(supplied, problems);
        int size = pages.size(token);
        Position start =
                token.map(PageToken::position).orElseGet(() -> pages.start(size, isByWords()));
        return new Inquiry(
                resource, variables, headers, query, spoken, filter, fields, size, start);
    }

    /** What is asked for, but for the page: with a token, what it was given for. */
    private void ask(Optional<PageToken> token) {
        supplied.forEach(
                (name, value) -> {
                    boolean ofPage =
                            name.equals(PAGE) || name.equals(PAGE_SIZE) || name.equals(NEXT_PAGE);
                    if (!ofPage && matters(name) && !value.isBlank()) {
                        query.put(name, value);
                    }
                });
        if (token.isEmpty()) {
            return;
        }
        Map<String, String> before = token.get().query();
        query.forEach(
                (name, value) -> {
                    if (!value.equals(before.get(name))) {
                        problems.add(
                                "The query parameter "
                                        + name
                                        + " is not as it was on the page before. Send nextPage with"
                                        + " the same query, or alone");
                    }
                });
        query.putAll(before);
    }

    /** What does not is no part of what pages' tokens are bound to, and need not fit into them. */
    private boolean matters(String name) {
        return name.equals(WHERE)
                || name.equals(ORDER_BY)
                || name.equals(FIELDS)
                || resource.parameter(Parameter.Source.QUERY, name).isPresent();
    }

    private Optional<Expression> where() {
        String text = query.get(WHERE);
        if (text == null) {
            return Optional.empty();
        }
        switch (Ceql.parse(text)) {
            case Parsed.Refused refused -> {
                problems.add(
                        "The query parameter where cannot be understood. " + refused.sentence());
                return Optional.empty();
            }
            case Parsed.Understood understood -> {
                if (resource.parameter(Parameter.Source.QUERY, WHERE).isEmpty()) {
                    if (resource.manner().filteredHere()) {
                        return Optional.of(understood.expression());
                    }
                    problems.add(
                            "The query parameter where does not go with "
                                    + resource.path()
                                    + ": the vendor gives all that there is");
                    return Optional.empty();
                }
                speak(
                        WHERE,
                        element.api()
                                .dialect()
                                .map(dialect -> dialect.where(understood, names::counterpart)));
                return Optional.empty();
            }
        }
    }

    private void order() {
        String text = query.get(ORDER_BY);
        if (text == null) {
            return;
        }
        if (resource.parameter(Parameter.Source.QUERY, ORDER_BY).isEmpty()) {
            problems.add(
                    "The query parameter orderBy does not go with "
                            + resource.path()
                            + ": the vendor has an order of its own");
            return;
        }
        speak(
                ORDER_BY,
                element.api().dialect().map(dialect -> dialect.order(text, names::vendors)));
    }

    private void speak(String name, Optional<Translation> translation) {
        switch (translation.orElseGet(() -> new Translation.Impossible(1, "it has no language"))) {
            case Translation.Written(var text) -> spoken.put(name, text);
            case Translation.Impossible impossible ->
                    problems.add(
                            "The query parameter "
                                    + name
                                    + " cannot be asked of the vendor. "
                                    + impossible.sentence());
        }
    }

    /** What is to be picked here: nothing, if the vendor picks just what is asked for. */
    private Optional<FieldChoice> fields(boolean filtered) {
        String text = query.get(FIELDS);
        if (text == null) {
            return Optional.empty();
        }
        List<FieldPath> wanted = new ArrayList<>();
        Set<String> members = new LinkedHashSet<>();
        boolean certain = true;
        for (String each : text.split(",", -1)) {
            String name = each.strip();
            if (name.isEmpty()) {
                problems.add(
                        "The query parameter fields has an empty name. Put one comma between two"
                                + " names");
                return Optional.empty();
            }
            Optional<FieldPath> path = FieldPath.parse(name);
            path.ifPresent(wanted::add);
            Optional<Transformation.Origin> origin = path.map(names::origin);
            Set<String> of = origin.map(Transformation.Origin::members).orElse(Set.of());
            certain &= origin.filter(Transformation.Origin::certain).isPresent();
            members.addAll(of);
            if (of.isEmpty()) {
                problems.add("The query parameter fields names " + name + ", which is no field");
            }
        }
        boolean picksHere =
                filtered || resource.parameter(Parameter.Source.QUERY, FIELDS).isEmpty();
        if (!picksHere && certain && members.stream().noneMatch(name -> name.contains(","))) {
            spoken.put(FIELDS, String.join(",", members));
        }
        boolean vendorPicks = spoken.containsKey(FIELDS) && names.areVendors(wanted);
        return vendorPicks ? Optional.empty() : Optional.of(new FieldChoice(wanted));
    }

    /** What has no meaning here goes to the vendor as it is. */
    private void passOn() {
        for (Parameter parameter : resource.parameters()) {
            if (parameter.source() != Parameter.Source.QUERY) {
                continue;
            }
            String name = parameter.name();
            String value = query.get(name);
            if (value != null && !name.equals(FIELDS)) {
                spoken.putIfAbsent(name, value);
            } else if (value == null && parameter.required()) {
                problems.add("The query parameter " + name + " is missing");
            }
        }
    }

    /** Of two names for one word of the vendor's, the vendor would read either. */
    private void refuseRivals() {
        Map<String, String> first = new HashMap<>();
        for (Parameter parameter : resource.parameters()) {
            boolean said =
                    parameter.source() == Parameter.Source.QUERY
                            && parameter.destination() == Parameter.Destination.QUERY
                            && spoken.containsKey(parameter.name());
            String rival =
                    said ? first.putIfAbsent(parameter.vendorName(), parameter.name()) : null;
            if (rival != null) {
                problems.add(
                        "The query parameters %s and %s are one to the vendor. Send one of them"
                                .formatted(rival, parameter.name()));
            }
        }
    }

    private Map<String, String> headers(List<Header> sent) {
        Map<String, String> headers = new HashMap<>();
        for (Parameter parameter : resource.parameters()) {
            if (parameter.source() == Parameter.Source.HEADER) {
                Optional<Header> header = Header.find(sent, parameter.name());
                header.ifPresent(found -> headers.put(parameter.name(), found.value()));
                if (header.isEmpty() && parameter.required()) {
                    problems.add("The header " + parameter.name() + " is missing");
                }
            }
        }
        return headers;
    }

    /** What comes from the query or a header, and stands in the vendor's path. */
    private Map<String, String> partsOfThePath(Map<String, String> headers) {
        Map<String, String> parts = new TreeMap<>();
        for (Parameter parameter : resource.parameters()) {
            if (parameter.destination() != Parameter.Destination.PATH) {
                continue;
            }
            String name = parameter.name();
            Map<String, String> from =
                    switch (parameter.source()) {
                        case QUERY -> spoken;
                        case HEADER -> headers;
                        default -> Map.of();
                    };
            Optional.ofNullable(from.get(name)).ifPresent(value -> parts.put(name, value));
        }
        return parts;
    }

    /** They would lead elsewhere, however they are encoded. */
    private void refuseDots(Map<String, String> variables) {
        variables.forEach(
                (name, value) -> {
                    if (value.equals(".") || value.equals("..")) {
                        problems.add("In the path, {" + name + "} must not be of dots alone");
                    }
                });
    }

    private boolean isByWords() {
        PagingStyle style = style();
        return resource.pagination() == Resource.Pagination.VENDOR_SUPPORTED
                && (style == PagingStyle.CURSOR || style == PagingStyle.LINK);
    }

    /** How the vendor counts its pages. */
    PagingStyle style() {
        return resource.manner()
                .paging()
                .or(() -> configuration.text(PAGING_TYPE).flatMap(PagingStyle::named))
                .orElse(PagingStyle.PAGE);
    }
}
