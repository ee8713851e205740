package io.valence.application.call;

import io.valence.domain.account.User;
import io.valence.domain.call.Content;
import io.valence.domain.call.Header;
import io.valence.domain.call.KeptAnswers;
import io.valence.domain.call.Preview;
import io.valence.domain.call.VendorAnswer;
import io.valence.domain.instance.InstanceId;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Sends a caller's request to the vendor of an instance, with the instance's credentials, and hands
 * back the vendor's answer as it is.
 */
public final class CallVendor {
    /** Methods that change nothing (RFC 9110, section 9.2.1). */
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final Reach reach;
    private final KeptAnswers answers;

    /** A use case that goes this way; what it writes makes kept answers worthless. */
    public CallVendor(Reach reach, KeptAnswers answers) {
        this.reach = reach;
        this.answers = answers;
    }

    /** Carries out the call. Whoever gets an answer closes its content. */
    public Outcome call(Request request) {
        return switch (reach.find(request.caller(), request.through(), request.recording())) {
            case Reach.Found.Missed(var setback) -> setback;
            case Reach.Found.Instance(var reached) ->
                    reach.obstacle(reached)
                            .<Outcome>map(obstacle -> obstacle)
                            .orElseGet(() -> ask(reached, request));
        };
    }

    /** Shows how the call would be sent, without sending it. */
    public Outcome explain(Request request) {
        return switch (reach.find(request.caller(), request.through())) {
            case Reach.Found.Missed(var setback) -> setback;
            case Reach.Found.Instance(var reached) ->
                    switch (reach.preview(reached, request.call())) {
                        case Reach.Shown.Request(var outgoing) ->
                                new Outcome.Explained(reached.id(), outgoing);
                        case Reach.Shown.Missed(var setback) -> setback;
                    };
        };
    }

    private Outcome ask(Reached reached, Request request) {
        try {
            return switch (reach.ask(reached, request.call())) {
                case Reach.Reply.Answered(var through, var answer) ->
                        new Outcome.Answered(through.id(), answer);
                case Reach.Reply.Missed(var setback) -> setback;
            };
        } finally {
            if (!SAFE.contains(request.method())) {
                answers.forget(reached.id());
            }
        }
    }

    /**
     * What to send, through which instance, for whom.
     *
     * @param target the path and query below the vendor's address, percent-encoded
     * @param recording what keeps how it goes, if the instance's owner wants that
     */
    public record Request(
            User caller,
            Through through,
            String method,
            String target,
            List<Header> headers,
            Optional<Content> content,
            Optional<Recording> recording) {
        /** One that is not recorded. */
        public Request(
                User caller,
                Through through,
                String method,
                String target,
                List<Header> headers,
                Optional<Content> content) {
            this(caller, through, method, target, headers, content, Optional.empty());
        }

        public Request {
            headers = List.copyOf(headers);
        }

        private VendorCall call() {
            return new VendorCall(method, target, headers, content);
        }
    }

    /** What came of it: an answer, or a setback. */
    public sealed interface Outcome permits Outcome.Answered, Outcome.Explained, Setback {
        /** The vendor's answer, whatever its status. */
        record Answered(InstanceId instance, VendorAnswer.Answered answer) implements Outcome {}

        /** What would be sent, with the mask in place of secrets. */
        record Explained(InstanceId instance, Preview.Outgoing outgoing) implements Outcome {}
    }
}
