package io.valence.application.resource;

import io.valence.domain.document.DocumentPath;
import io.valence.domain.document.Node;
import io.valence.domain.resource.Parameter;
import io.valence.domain.resource.Resource;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The document that a vendor gets, of the caller's and of what else a resource puts into it. */
final class VendorBody {
    private final Resource resource;
    private final Function<Parameter, Optional<String>> texts;

    /** For a resource, of whose other parameters these are the values. */
    VendorBody(Resource resource, Function<Parameter, Optional<String>> texts) {
        this.resource = resource;
        this.texts = texts;
    }

    /** Which required members the caller's document lacks. */
    List<String> missing(Optional<Node> callers) {
        return resource.parameters().stream()
                .filter(each -> each.source() == Parameter.Source.BODY_FIELD && each.required())
                .filter(each -> callers.flatMap(node -> found(each, node)).isEmpty())
                .map(Parameter::name)
                .toList();
    }

    /** The document, if there is one. */
    Optional<Node> of(Optional<Node> callers) {
        Optional<Node> whole =
                resource.parameters().stream()
                                .anyMatch(each -> each.destination() == Parameter.Destination.BODY)
                        ? callers
                        : Optional.empty();
        Node.Members fields =
                whole.filter(node -> node instanceof Node.Members)
                        .map(Node.Members.class::cast)
                        .orElse(Node.Members.NONE);
        boolean changed = false;
        for (Parameter each : resource.parameters()) {
            if (each.destination() != Parameter.Destination.BODY_FIELD) {
                continue;
            }
            Optional<Node> value = value(each, callers);
            Optional<DocumentPath> place = DocumentPath.parse(each.vendorName());
            if (value.isPresent() && place.isPresent()) {
                fields = place.get().put(fields, value.get());
                changed = true;
            }
        }
        return changed ? Optional.of(fields) : whole;
    }

    private Optional<Node> value(Parameter parameter, Optional<Node> callers) {
        return switch (parameter.source()) {
            case BODY -> callers;
            case BODY_FIELD -> callers.flatMap(node -> found(parameter, node));
            case CONFIGURATION, VALUE, HEADER, QUERY, PATH, MULTIPART ->
                    texts.apply(parameter).map(Node.Text::new);
        };
    }

    private static Optional<Node> found(Parameter parameter, Node callers) {
        return DocumentPath.parse(parameter.name()).flatMap(path -> path.in(callers));
    }
}
