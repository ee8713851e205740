package io.valence.application.resource;

import io.valence.application.call.Reach;
import io.valence.application.call.Reached;
import io.valence.application.call.Setback;
import io.valence.application.call.Through;
import io.valence.application.call.VendorCall;
import io.valence.domain.account.User;
import io.valence.domain.call.Content;
import io.valence.domain.call.Header;
import io.valence.domain.call.VendorAnswer;
import io.valence.domain.configuration.UnlockedConfiguration;
import io.valence.domain.document.DocumentPath;
import io.valence.domain.document.Documents;
import io.valence.domain.document.Node;
import io.valence.domain.instance.InstanceId;
import io.valence.domain.resource.Manner;
import io.valence.domain.resource.Resource;
import io.valence.domain.resource.Resources;
import io.valence.domain.secret.Seals;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * Calls a resource of an instance's element: asks the vendor in its own way, and answers in one
 * shape for all vendors.
 */
public final class CallResource {
    private final Reach reach;
    private final Documents documents;
    private final Seals seals;
    private final InstantSource time;
    private final AnswerReader reader;

    /** A use case that goes this way. */
    public CallResource(Reach reach, Documents documents, Seals seals, InstantSource time) {
        this.reach = reach;
        this.documents = documents;
        this.seals = seals;
        this.time = time;
        this.reader = new AnswerReader(documents);
    }

    /** Carries out the call. Whoever gets a file closes its content. */
    public Outcome call(Request request) {
        return switch (reach.find(request.caller(), request.through())) {
            case Reach.Found.Missed(var setback) -> new Outcome.NotCarriedOut(setback);
            case Reach.Found.Instance(var reached) -> dispatch(reached, request);
        };
    }

    private Outcome dispatch(Reached reached, Request request) {
        Optional<Resources.Found> found =
                reached.element().api().resources().find(request.segments());
        if (found.isEmpty()) {
            return new Outcome.NoSuchResource(reached.id());
        }
        String method = request.method().equals("HEAD") ? "GET" : request.method();
        Optional<Resource> resource = found.get().of(method);
        if (resource.isEmpty()) {
            return new Outcome.WrongMethod(reached.id(), new TreeSet<>(found.get().methods()));
        }
        return reach.obstacle(reached)
                .<Outcome>map(Outcome.NotCarriedOut::new)
                .orElseGet(
                        () ->
                                read(
                                        reached,
                                        request,
                                        resource.get(),
                                        found.get().variables(resource.get())));
    }

    private Outcome read(
            Reached reached, Request request, Resource resource, Map<String, String> variables) {
        UnlockedConfiguration configuration = reached.configuration();
        InquiryReader inquiries =
                new InquiryReader(reached.element(), configuration, resource, request.query());
        Optional<String> handedBack =
                Optional.ofNullable(request.query().get(InquiryReader.NEXT_PAGE))
                        .filter(text -> !text.isBlank() && !text.equals("null"));
        Optional<PageToken> token =
                handedBack.flatMap(
                        text -> PageToken.open(text, seals, reached.id(), request.path()));
        if (handedBack.isPresent() && token.isEmpty()) {
            return new Outcome.Unacceptable(
                    reached.id(),
                    List.of(
                            "The query parameter nextPage is not a token of this list. Leave it"
                                    + " out to begin with the first page"));
        }
        Inquiry inquiry = inquiries.read(variables, request.headers(), token);
        BodyReader.Reading body = new BodyReader(documents).read(request, resource, reached.id());
        return switch (body) {
            case BodyReader.Reading.Unusable(var outcome) -> outcome;
            case BodyReader.Reading.Wrong(var problem) ->
                    new Outcome.Unacceptable(reached.id(), more(inquiries.problems(), problem));
            case BodyReader.Reading.Usable(var content) ->
                    inquiries.problems().isEmpty()
                            ? ask(
                                    reached,
                                    request,
                                    inquiry,
                                    new Composition(reached.element(), configuration, inquiry),
                                    Paging.of(inquiries.style(), configuration, resource),
                                    content)
                            : new Outcome.Unacceptable(reached.id(), inquiries.problems());
        };
    }

    private static List<String> more(List<String> problems, String another) {
        List<String> all = new ArrayList<>(problems);
        all.add(another);
        return List.copyOf(all);
    }

    private Outcome ask(
            Reached reached,
            Request request,
            Inquiry inquiry,
            Composition composition,
            Paging paging,
            Optional<Composition.Body> body) {
        if (inquiry.resource().isList()) {
            Listing listing = new Listing(reach, reader, composition, inquiry, paging, reached);
            return listed(reached, request, inquiry, listing.fetch());
        }
        Optional<VendorCall> call = composition.call(Map.of(), body);
        if (call.isEmpty()) {
            return new Outcome.NotCarriedOut(
                    new Setback.Misconfigured(
                            reached.id(),
                            "The configuration lacks a part of the vendor's path "
                                    + inquiry.resource().vendorPath()));
        }
        return switch (reach.ask(reached, call.get())) {
            case Reach.Reply.Missed(var setback) -> new Outcome.NotCarriedOut(setback);
            case Reach.Reply.Answered(var through, var answer) ->
                    answered(through, inquiry, answer);
        };
    }

    private Outcome listed(
            Reached reached, Request request, Inquiry inquiry, Listing.Fetched fetched) {
        return switch (fetched) {
            case Listing.Fetched.Missed(var setback) -> new Outcome.NotCarriedOut(setback);
            case Listing.Fetched.Refused(var refusal) -> refused(reached.id(), refusal);
            case Listing.Fetched.Records(var records, var total, var next, var headers) -> {
                Shape shape = new Shape(inquiry, dropsNulls(reached));
                Optional<String> token =
                        next.map(
                                position ->
                                        new PageToken(inquiry.pageSize(), position, inquiry.query())
                                                .sealed(seals, reached.id(), request.path()));
                yield new Outcome.Answered(
                        reached.id(),
                        new Payload(
                                documents.write(
                                        new Node.Items(records.stream().map(shape::of).toList()))),
                        OptionalInt.of(records.size()),
                        total,
                        token,
                        RateLimits.of(headers, time.instant()));
            }
        };
    }

    private Outcome answered(Reached through, Inquiry inquiry, VendorAnswer.Answered answer) {
        boolean file = inquiry.resource().manner().content() == Manner.Answered.FILE;
        if (file && AnswerReader.isSuccess(answer.status())) {
            return new Outcome.File(
                    through.id(), answer, RateLimits.of(answer.headers(), time.instant()));
        }
        return switch (reader.read(through, answer)) {
            case AnswerReader.Answered.Unusable(var setback) -> new Outcome.NotCarriedOut(setback);
            case AnswerReader.Answered.Refused refusal -> refused(through.id(), refusal);
            case AnswerReader.Answered.Document(var document, var headers) -> {
                Shape shape = new Shape(inquiry, dropsNulls(through));
                Node record = shape.of(record(inquiry.resource(), document));
                yield new Outcome.Answered(
                        through.id(),
                        new Payload(documents.write(record)),
                        record instanceof Node.Items(var items)
                                ? OptionalInt.of(items.size())
                                : OptionalInt.empty(),
                        OptionalLong.empty(),
                        Optional.empty(),
                        RateLimits.of(headers, time.instant()));
            }
        };
    }

    private static Node record(Resource resource, Optional<Node> document) {
        Node whole = document.orElse(Node.Members.NONE);
        return resource.rootKey()
                .flatMap(DocumentPath::parse)
                .flatMap(path -> path.in(whole))
                .orElse(whole);
    }

    private static boolean dropsNulls(Reached reached) {
        return Shape.dropsNulls(reached.configuration());
    }

    private Outcome refused(InstanceId instance, AnswerReader.Answered.Refused refusal) {
        return new Outcome.VendorRefused(
                instance,
                refusal.status(),
                refusal.said(),
                RateLimits.of(refusal.headers(), time.instant()));
    }

    /**
     * What is asked for, through which instance, by whom.
     *
     * @param segments of the path behind the hub, decoded
     * @param query the first value of each parameter
     */
    public record Request(
            User caller,
            Through through,
            String method,
            List<String> segments,
            Map<String, String> query,
            List<Header> headers,
            Optional<Content> content) {
        public Request {
            segments = List.copyOf(segments);
            query = Map.copyOf(query);
            headers = List.copyOf(headers);
        }

        /** What a page's token is good for. */
        String path() {
            return String.join("/", segments.stream().map(Encoded::of).toList());
        }
    }

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * A JSON answer.
         *
         * @param returned how many records it has, if it is a list
         * @param total how many there are on all pages, if the vendor says so
         * @param nextPage the token of the page that follows, if one does
         * @param limits what the vendor says of how often it may be asked
         */
        record Answered(
                InstanceId instance,
                Payload json,
                OptionalInt returned,
                OptionalLong total,
                Optional<String> nextPage,
                List<Header> limits)
                implements Outcome {}

        /** A file of the vendor's, as it is. */
        record File(InstanceId instance, VendorAnswer.Answered answer, List<Header> limits)
                implements Outcome {}

        /** The element has nothing at this path. */
        record NoSuchResource(InstanceId instance) implements Outcome {}

        /** What is there does not take this method, but these. */
        record WrongMethod(InstanceId instance, Set<String> allowed) implements Outcome {}

        /** What is wrong with the request: everything, a sentence without its full stop each. */
        record Unacceptable(InstanceId instance, List<String> problems) implements Outcome {}

        /** The body is of another type than it must be. */
        record WrongContent(InstanceId instance, String wanted) implements Outcome {}

        /** The body has more than so many bytes. */
        record TooLong(InstanceId instance, int most) implements Outcome {}

        /** The vendor said no. */
        record VendorRefused(InstanceId instance, int status, String said, List<Header> limits)
                implements Outcome {}

        /** The vendor was not asked, or gave no answer that could be used. */
        record NotCarriedOut(Setback setback) implements Outcome {}
    }
}
