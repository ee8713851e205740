package io.valence.application.resource;

import io.valence.application.call.Cargo;
import io.valence.application.call.Setback;
import io.valence.domain.call.Header;
import io.valence.domain.document.Documents;
import io.valence.domain.document.Node;
import io.valence.domain.instance.InstanceId;
import io.valence.domain.resource.Parameter;
import io.valence.domain.resource.Resource;
import io.valence.domain.transformation.Transformation;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The reader of callers' bodies, as a resource takes them. */
final class BodyReader {
    private static final int MOST_BYTES = 4 << 20;
    private static final String JSON = "application/json";
    private static final String PARTS = "multipart/form-data";

    private final Documents documents;

    BodyReader(Documents documents) {
        this.documents = documents;
    }

    /** What a body turned out to be. */
    sealed interface Reading {
        /** What the vendor gets, if it gets anything. */
        record Usable(Optional<Composition.Body> body) implements Reading {}

        /** Something is wrong with it. */
        record Wrong(String problem) implements Reading {}

        /** Nothing can be done with it, whatever else there is. */
        record Unusable(CallResource.Outcome outcome) implements Reading {}
    }

    Reading read(
            CallResource.Request request,
            Resource resource,
            VendorBody body,
            Optional<Transformation> transformation,
            InstanceId instance,
            Room.Share share) {
        if (takes(resource, Parameter.Source.MULTIPART)) {
            return parts(request, instance);
        }
        boolean read =
                takes(resource, Parameter.Source.BODY)
                        || takes(resource, Parameter.Source.BODY_FIELD);
        if (!read || request.content().isEmpty()) {
            return usable(Optional.empty(), resource, body);
        }
        if (!isJson(type(request).orElse(JSON))) {
            return new Reading.Unusable(new CallResource.Outcome.WrongContent(instance, JSON));
        }
        return switch (documents.read(
                share.weighing(request.content().get().bytes()), MOST_BYTES)) {
            case io.valence.domain.document.Reading.Read(Node.Nothing _),
                    io.valence.domain.document.Reading.Blank() ->
                    usable(Optional.empty(), resource, body);
            case io.valence.domain.document.Reading.Read(var document) ->
                    usable(
                            Optional.of(
                                    transformation
                                            .map(own -> own.toVendor(document))
                                            .orElse(document)),
                            resource,
                            body);
            case io.valence.domain.document.Reading.Unreadable(var why) ->
                    new Reading.Wrong("The body cannot be read as JSON: " + why);
            case io.valence.domain.document.Reading.TooLong(var most) ->
                    new Reading.Unusable(new CallResource.Outcome.TooLong(instance, most));
            case io.valence.domain.document.Reading.BrokeOff(var late) ->
                    new Reading.Unusable(
                            share.isFull()
                                    ? new CallResource.Outcome.TooFull(instance, share.most())
                                    : new CallResource.Outcome.NotCarriedOut(
                                            share.setback(instance)
                                                    .orElseGet(
                                                            () ->
                                                                    new Setback.BodyBrokeOff(
                                                                            instance, late))));
        };
    }

    private static boolean takes(Resource resource, Parameter.Source source) {
        for (Parameter each : resource.parameters()) {
            if (each.source() == source) {
                return true;
            }
        }
        return false;
    }

    /** A message of several parts passes through as it is. */
    private static Reading parts(CallResource.Request request, InstanceId instance) {
        Optional<String> type = type(request);
        if (type.filter(each -> each.toLowerCase(Locale.ROOT).startsWith(PARTS)).isEmpty()) {
            return new Reading.Unusable(new CallResource.Outcome.WrongContent(instance, PARTS));
        }
        return request.content()
                .<Reading>map(
                        content ->
                                new Reading.Usable(
                                        Optional.of(
                                                new Composition.Body(
                                                        Cargo.passing(content),
                                                        type.get(),
                                                        Optional.empty()))))
                .orElseGet(() -> new Reading.Wrong("The body is missing. Send a part named file"));
    }

    /** The vendor's document, of the caller's if there is one. */
    private Reading usable(Optional<Node> callers, Resource resource, VendorBody body) {
        boolean lacking =
                callers.isEmpty()
                        && resource.parameters().stream()
                                .anyMatch(
                                        each ->
                                                each.source() == Parameter.Source.BODY
                                                        && each.required());
        if (lacking) {
            return new Reading.Wrong("The body is missing. Send a JSON object");
        }
        List<String> missing = body.missing(callers);
        if (!missing.isEmpty()) {
            return new Reading.Wrong("The body lacks " + String.join(", ", missing));
        }
        return new Reading.Usable(body.of(callers).map(this::written));
    }

    private Composition.Body written(Node document) {
        byte[] bytes = documents.write(document);
        return new Composition.Body(
                Cargo.kept(bytes), JSON, Optional.of(new String(bytes, StandardCharsets.UTF_8)));
    }

    private static Optional<String> type(CallResource.Request request) {
        return Header.find(request.headers(), "Content-Type").map(Header::value);
    }

    private static boolean isJson(String type) {
        int end = type.indexOf(';');
        String name = (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        return name.equals(JSON) || name.endsWith("+json");
    }
}
