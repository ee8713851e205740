package io.valence.application.resource;

import io.valence.application.call.Cargo;
import io.valence.application.call.Endurance;
import io.valence.application.call.VendorCall;
import io.valence.domain.call.Header;
import io.valence.domain.configuration.ConfigurationKey;
import io.valence.domain.configuration.UnlockedConfiguration;
import io.valence.domain.element.Element;
import io.valence.domain.resource.Parameter;
import io.valence.domain.resource.Resource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the vendor is asked in place of what a caller asks for. */
final class Composition {
    private static final String ACCEPT = "Accept";
    private static final String CONTENT_TYPE = "Content-Type";
    private static final String JSON = "application/json";

    private final Element element;
    private final UnlockedConfiguration configuration;
    private final Inquiry inquiry;
    private final Endurance endurance;

    Composition(
            Element element,
            UnlockedConfiguration configuration,
            Inquiry inquiry,
            Endurance endurance) {
        this.endurance = endurance;
        this.element = element;
        this.configuration = configuration;
        this.inquiry = inquiry;
    }

    /**
     * A body.
     *
     * @param type what it is of, unless the resource says something else
     * @param text what it says, if it is not a stream
     */
    record Body(Cargo cargo, String type, Optional<String> text) {}

    /** Whether the caller still waits for what comes of it. */
    boolean isAwaited() {
        return endurance.lasts();
    }

    /** The one call, or one page of a list; none if the configuration lacks a part of the path. */
    Optional<VendorCall> call(Map<String, String> paging, Optional<Body> body) {
        Resource resource = inquiry.resource();
        return resource.vendorPath()
                .filled(this::segment)
                .map(
                        path ->
                                new VendorCall(
                                        resource.vendorMethod(),
                                        path + query(paging),
                                        headers(body),
                                        body.map(Body::cargo),
                                        Optional.of(endurance)));
    }

    /** The same call at another address, which the vendor gave for the next page. */
    VendorCall at(String target) {
        return new VendorCall(
                inquiry.resource().vendorMethod(),
                target,
                headers(Optional.empty()),
                Optional.empty(),
                Optional.of(endurance));
    }

    private Optional<String> segment(String name) {
        for (Parameter parameter : inquiry.resource().parameters()) {
            if (parameter.destination() == Parameter.Destination.PATH
                    && parameter.vendorName().equals(name)) {
                return value(parameter, Map.of()).map(Encoded::of);
            }
        }
        return Optional.ofNullable(inquiry.variables().get(name))
                .or(() -> setting(name))
                .map(Encoded::of);
    }

    private String query(Map<String, String> paging) {
        StringBuilder query = new StringBuilder();
        for (Parameter parameter : everyParameter(Parameter.Destination.QUERY)) {
            value(parameter, paging)
                    .ifPresent(
                            value ->
                                    query.append(query.isEmpty() ? '?' : '&')
                                            .append(Encoded.of(parameter.vendorName()))
                                            .append('=')
                                            .append(Encoded.of(value)));
        }
        return query.toString();
    }

    private List<Header> headers(Optional<Body> body) {
        List<Header> headers = new ArrayList<>();
        for (Parameter parameter : everyParameter(Parameter.Destination.HEADER)) {
            boolean ofBody = parameter.vendorName().equalsIgnoreCase(CONTENT_TYPE);
            if (ofBody && (body.isEmpty() || body.get().type().startsWith("multipart/"))) {
                continue;
            }
            value(parameter, Map.of())
                    .ifPresent(value -> headers.add(new Header(parameter.vendorName(), value)));
        }
        if (Header.find(headers, ACCEPT).isEmpty()) {
            headers.add(new Header(ACCEPT, inquiry.resource().isFile() ? "*/*" : JSON));
        }
        if (body.isPresent() && Header.find(headers, CONTENT_TYPE).isEmpty()) {
            headers.add(new Header(CONTENT_TYPE, body.get().type()));
        }
        return headers;
    }

    /** The resource's own, and the element's literals, which go along with every call. */
    private List<Parameter> everyParameter(Parameter.Destination destination) {
        List<Parameter> all = new ArrayList<>();
        for (Parameter parameter : inquiry.resource().parameters()) {
            if (parameter.destination() == destination) {
                all.add(parameter);
            }
        }
        for (Parameter parameter : element.parameters()) {
            boolean literal = parameter.source() == Parameter.Source.VALUE;
            if (literal
                    && parameter.destination() == destination
                    && all.stream()
                            .noneMatch(own -> own.vendorName().equals(parameter.vendorName()))) {
                all.add(parameter);
            }
        }
        return all;
    }

    /** The value of a parameter that does not depend on the page. */
    Optional<String> text(Parameter parameter) {
        return value(parameter, Map.of());
    }

    private Optional<String> value(Parameter parameter, Map<String, String> paging) {
        String name = parameter.name();
        return switch (parameter.source()) {
            case VALUE -> Optional.of(name);
            case CONFIGURATION -> setting(name);
            case HEADER -> Optional.ofNullable(inquiry.headers().get(name));
            case PATH -> Optional.ofNullable(inquiry.variables().get(name));
            case QUERY ->
                    Optional.ofNullable(paging.get(name))
                            .or(() -> Optional.ofNullable(inquiry.spoken().get(name)));
            case BODY, BODY_FIELD, MULTIPART -> Optional.empty();
        };
    }

    private Optional<String> setting(String name) {
        return ConfigurationKey.parse(name).flatMap(configuration::text);
    }
}
