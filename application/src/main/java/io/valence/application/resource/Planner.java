package io.valence.application.resource;

import io.valence.application.call.Endurance;
import io.valence.application.call.Reach;
import io.valence.application.call.Reached;
import io.valence.domain.configuration.UnlockedConfiguration;
import io.valence.domain.document.Documents;
import io.valence.domain.resource.Resource;
import io.valence.domain.secret.Seals;
import io.valence.domain.transformation.Transformation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Makes plans of requests, or says what is wrong with them. */
final class Planner {
    private final Reach reach;
    private final Seals seals;
    private final BodyReader bodies;

    Planner(Reach reach, Documents documents, Seals seals) {
        this.reach = reach;
        this.seals = seals;
        this.bodies = new BodyReader(documents);
    }

    /** What came of planning. */
    sealed interface Planned {
        /** The plan. */
        record Ready(Plan plan) implements Planned {}

        /** The answer without one. */
        record Settled(CallResource.Outcome outcome) implements Planned {}
    }

    /** The plan, of which what is held has its place in this share. */
    Planned plan(Reached reached, CallResource.Request request, Room.Share share) {
        Optional<Aim> aim = Aim.at(request.segments(), reached);
        if (aim.isEmpty()) {
            return settled(new CallResource.Outcome.NoSuchResource(reached.id()));
        }
        Optional<Resource> resource = aim.get().found().of(request.sentAs());
        if (resource.isEmpty()) {
            return settled(
                    new CallResource.Outcome.WrongMethod(
                            reached.id(), new TreeSet<>(aim.get().found().methods())));
        }
        if (!request.takesJson() && (request.explain() || !resource.get().isFile())) {
            return settled(new CallResource.Outcome.NotTaken(reached.id()));
        }
        return reach.obstacle(reached)
                .map(obstacle -> settled(new CallResource.Outcome.NotCarriedOut(obstacle)))
                .orElseGet(() -> read(reached, request, aim.get(), resource.get(), share));
    }

    private static Planned settled(CallResource.Outcome outcome) {
        return new Planned.Settled(outcome);
    }

    private Planned read(
            Reached reached,
            CallResource.Request request,
            Aim aim,
            Resource resource,
            Room.Share share) {
        String path = request.path();
        Optional<String> handedBack =
                Optional.ofNullable(request.query().get(InquiryReader.NEXT_PAGE))
                        .filter(text -> !text.isBlank() && !text.equals("null"));
        Optional<PageToken> token =
                handedBack.flatMap(
                        text -> PageToken.open(text, seals, reached.id(), path, resource));
        List<String> problems = new ArrayList<>();
        if (handedBack.isPresent() && token.isEmpty()) {
            problems.add(
                    "The query parameter nextPage is not a token of this list. Leave it out to"
                            + " begin with the first page");
        }
        Optional<Transformation> transformation = aim.transformation();
        UnlockedConfiguration configuration = reach.configuration(reached);
        InquiryReader inquiries =
                new InquiryReader(
                        new Names(transformation, resource.manner().idField()),
                        reached.element(),
                        configuration,
                        resource,
                        request.query());
        Inquiry inquiry = inquiries.read(aim.found().variables(resource), request.headers(), token);
        problems.addAll(inquiries.problems());
        int most = PageToken.mostOfQuery(path);
        if (resource.isList() && PageToken.bytes(inquiry.query()) > most) {
            problems.add(
                    "The query is too long for a list, whose tokens of pages hold it: send at most "
                            + most
                            + " bytes of names and values of query parameters");
        }
        Composition composition =
                new Composition(
                        reached.element(),
                        configuration,
                        inquiry,
                        new Endurance(request.presence()));
        VendorBody document = new VendorBody(resource, composition::text);
        return switch (bodies.read(
                request, resource, document, transformation, reached.id(), share)) {
            case BodyReader.Reading.Unusable(var outcome) -> settled(outcome);
            case BodyReader.Reading.Wrong(var problem) -> {
                problems.add(problem);
                yield settled(new CallResource.Outcome.Unacceptable(reached.id(), problems));
            }
            case BodyReader.Reading.Usable(var body) ->
                    problems.isEmpty()
                            ? new Planned.Ready(
                                    new Plan(
                                            reached,
                                            aim,
                                            path,
                                            inquiry,
                                            composition,
                                            Paging.of(inquiries.style(), configuration, resource),
                                            new Shape(
                                                    inquiry,
                                                    transformation,
                                                    Shape.dropsNulls(configuration)),
                                            body,
                                            share))
                            : settled(
                                    new CallResource.Outcome.Unacceptable(reached.id(), problems));
        };
    }
}
