package io.valence.application.resource;

import io.valence.application.call.Presence;
import io.valence.application.call.Reach;
import io.valence.application.call.Reached;
import io.valence.application.call.Recording;
import io.valence.application.call.Setback;
import io.valence.application.call.Through;
import io.valence.domain.account.User;
import io.valence.domain.call.Content;
import io.valence.domain.call.Header;
import io.valence.domain.call.KeptAnswers;
import io.valence.domain.call.Preview;
import io.valence.domain.call.VendorAnswer;
import io.valence.domain.document.Documents;
import io.valence.domain.document.Payload;
import io.valence.domain.instance.InstanceId;
import io.valence.domain.resource.Resource;
import io.valence.domain.secret.Seals;

import java.time.Duration;
import java.time.InstantSource;
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
    private static final int METHOD_NOT_ALLOWED = 405;

    private final Reach reach;
    private final Planner planner;
    private final Execution execution;
    private final Keeping keeping;
    private final Room room;

    /** A use case that goes this way. */
    public CallResource(
            Reach reach,
            Documents documents,
            Seals seals,
            KeptAnswers answers,
            InstantSource time) {
        this(reach, documents, seals, answers, time, Room.ofThisProcess());
    }

    /** The same, with room for documents of so many bytes at a time. */
    public CallResource(
            Reach reach,
            Documents documents,
            Seals seals,
            KeptAnswers answers,
            InstantSource time,
            long room) {
        this(reach, documents, seals, answers, time, new Room(room));
    }

    CallResource(
            Reach reach,
            Documents documents,
            Seals seals,
            KeptAnswers answers,
            InstantSource time,
            Room room) {
        this.room = room;
        this.keeping = new Keeping(answers, time);
        this.reach = reach;
        this.planner = new Planner(reach, documents, seals);
        this.execution = new Execution(reach, documents, seals, time);
    }

    /**
     * Carries out the call. Whoever gets a file closes its content, and whoever gets JSON lets go
     * of what it holds.
     */
    public Outcome call(Request request) {
        return switch (reach.find(request.caller(), request.through(), request.recording())) {
            case Reach.Found.Missed(var setback) -> new Outcome.NotCarriedOut(setback);
            case Reach.Found.Instance(var reached) -> through(reached, request);
        };
    }

    private Outcome through(Reached reached, Request request) {
        Room.Share share = room.share();
        boolean handedOn = false;
        try {
            Outcome outcome = through(reached, request, share);
            if (outcome instanceof Outcome.Answered answered) {
                share.keepOnly(answered.json().length());
                Outcome holding = answered.holding(share);
                handedOn = true;
                return holding;
            }
            return outcome;
        } finally {
            if (!handedOn) {
                share.close();
            }
        }
    }

    private Outcome through(Reached reached, Request request, Room.Share share) {
        return switch (planner.plan(reached, request, share)) {
            case Planner.Planned.Settled(var outcome) -> outcome;
            case Planner.Planned.Ready(var plan) -> carriedOut(plan, request);
        };
    }

    private Outcome carriedOut(Plan plan, Request request) {
        if (request.explain()) {
            return execution.explain(plan);
        }
        Outcome outcome = keeping.answer(plan, request.headers(), () -> execution.carryOut(plan));
        return outcome instanceof Outcome.VendorRefused refused
                        && refused.status() == METHOD_NOT_ALLOWED
                ? otherMethods(plan, request, refused)
                : outcome;
    }

    /** What the vendor allows, it allows at its own paths: to callers it means something else. */
    private static Outcome otherMethods(Plan plan, Request request, Outcome.VendorRefused refused) {
        Set<String> others = new TreeSet<>(plan.aim().found().methods());
        others.remove(request.sentAs());
        return new Outcome.VendorRefusedMethod(
                refused.instance(), others, refused.said(), refused.limits());
    }

    /**
     * What is asked for, through which instance, by whom.
     *
     * @param segments of the path behind the hub, decoded
     * @param query the first value of each parameter
     * @param takesJson whether the caller can be answered with JSON
     * @param explain whether to show what would be sent, in place of sending it
     * @param recording what keeps how it goes, if the instance's owner wants that
     * @param presence whether the caller still waits; nothing is tried again, and no further page
     *     fetched, for one who does not
     */
    public record Request(
            User caller,
            Through through,
            String method,
            List<String> segments,
            Map<String, String> query,
            List<Header> headers,
            Optional<Content> content,
            boolean takesJson,
            boolean explain,
            Optional<Recording> recording,
            Presence presence) {
        /** One of somebody who waits and takes JSON, and not recorded. */
        public Request(
                User caller,
                Through through,
                String method,
                List<String> segments,
                Map<String, String> query,
                List<Header> headers,
                Optional<Content> content,
                boolean explain) {
            this(
                    caller,
                    through,
                    method,
                    segments,
                    query,
                    headers,
                    content,
                    true,
                    explain,
                    Optional.empty(),
                    Presence.LASTING);
        }

        public Request {
            segments = List.copyOf(segments);
            query = Map.copyOf(query);
            headers = List.copyOf(headers);
        }

        /** Where it would be sent, since HEAD is GET without the body. */
        String sentAs() {
            return method.equals("HEAD") ? "GET" : method;
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
         * @param age how long ago the vendor gave it, if that was before this call
         * @param mayBeKept whether the vendor has nothing against its being given again
         * @param held the memory that it takes, which whoever gets it lets go
         */
        record Answered(
                InstanceId instance,
                Payload json,
                OptionalInt returned,
                OptionalLong total,
                Optional<String> nextPage,
                List<Header> limits,
                Optional<Duration> age,
                boolean mayBeKept,
                Held held)
                implements Outcome {
            Answered holding(Held memory) {
                return new Answered(
                        instance, json, returned, total, nextPage, limits, age, mayBeKept, memory);
            }
        }

        /**
         * What would be sent, with the mask in place of secrets.
         *
         * @param outgoing the first request, which others follow if it takes several pages
         * @param body in JSON, if there is one that is not a stream
         */
        record Explained(
                InstanceId instance,
                Resource resource,
                Preview.Outgoing outgoing,
                Optional<String> body)
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

        /**
         * The body has so many values that they take more than so many bytes to hold, however few
         * it has itself.
         */
        record TooFull(InstanceId instance, long most) implements Outcome {}

        /** The answer would be JSON, which the caller does not take. */
        record NotTaken(InstanceId instance) implements Outcome {}

        /**
         * The vendor said no to the method.
         *
         * @param allowed what else the path takes
         */
        record VendorRefusedMethod(
                InstanceId instance, Set<String> allowed, String said, List<Header> limits)
                implements Outcome {}

        /** The vendor said no. */
        record VendorRefused(InstanceId instance, int status, String said, List<Header> limits)
                implements Outcome {}

        /** The vendor was not asked, or gave no answer that could be used. */
        record NotCarriedOut(Setback setback) implements Outcome {}
    }
}
