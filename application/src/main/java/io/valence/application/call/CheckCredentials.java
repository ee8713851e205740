package io.valence.application.call;

import io.valence.domain.authorization.Tokens;
import io.valence.domain.call.Content;
import io.valence.domain.call.Credentials;
import io.valence.domain.call.Header;
import io.valence.domain.call.VendorAnswer;
import io.valence.domain.call.VendorRequest;
import io.valence.domain.call.VendorWords;
import io.valence.domain.call.Vendors;
import io.valence.domain.configuration.Place;
import io.valence.domain.configuration.Problem;
import io.valence.domain.configuration.UnlockedConfiguration;
import io.valence.domain.element.CheckCall;
import io.valence.domain.element.Element;
import io.valence.domain.secret.Secret;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks a vendor whether it lets somebody in, before anything is stored. */
public final class CheckCredentials {
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;

    private final Vendors vendors;
    private final Optional<Recording> recording;

    /** A use case over these vendors. */
    public CheckCredentials(Vendors vendors) {
        this(vendors, Optional.empty());
    }

    private CheckCredentials(Vendors vendors, Optional<Recording> recording) {
        this.vendors = vendors;
        this.recording = recording;
    }

    /** The same, and how it goes is kept. */
    public CheckCredentials recordedBy(Recording recording) {
        return new CheckCredentials(vendors, Optional.of(recording));
    }

    /** Makes the element's check call, if it declares one for this. */
    public Outcome check(
            Element element, UnlockedConfiguration configuration, Optional<Tokens> tokens) {
        return element.check()
                .filter(CheckCall::beforeStoring)
                .map(check -> ask(element, configuration, tokens, check.path()))
                .orElseGet(Outcome.NotDeclared::new);
    }

    /** Asks for the base address itself: any answer shows that the vendor can be reached. */
    public Outcome reach(Element element, UnlockedConfiguration configuration) {
        Optional<URI> base = configuration.address(Credentials.BASE_URL_KEY);
        if (base.isEmpty()) {
            return new Outcome.Rejected(List.of(noAddress()));
        }
        VendorAnswer answer =
                send(
                        new VendorRequest(
                                "HEAD",
                                base.get(),
                                "",
                                List.of(),
                                Credentials.none(),
                                Optional.empty()));
        return switch (answer) {
            case VendorAnswer.Answered answered -> {
                VendorWords.in(answered.content(), List.of());
                yield new Outcome.LetIn(answered.status());
            }
            case VendorAnswer.Unreachable(var reason, var late, var sent) ->
                    new Outcome.Unreachable(reason, late);
            case VendorAnswer.BodyBrokeOff(var late) -> nothingSent(late);
            case VendorAnswer.Resting(var reason, var rest) ->
                    new Outcome.Unreachable(reason, false);
            case VendorAnswer.Barred(var reason) -> barred(reason);
        };
    }

    private Outcome ask(
            Element element,
            UnlockedConfiguration configuration,
            Optional<Tokens> tokens,
            String path) {
        Optional<URI> base = configuration.address(Credentials.BASE_URL_KEY);
        Optional<Credentials> credentials = Credentials.of(element, configuration, tokens);
        if (base.isEmpty() || credentials.isEmpty()) {
            return new Outcome.Rejected(List.of(noAddress()));
        }
        VendorAnswer answer =
                send(
                        new VendorRequest(
                                "GET",
                                base.get(),
                                path,
                                List.of(new Header("Accept", "application/json")),
                                credentials.get(),
                                Optional.empty()));
        return switch (answer) {
            case VendorAnswer.Answered(var status, var headers, var content, var atHome) ->
                    judged(status, content, hidden(credentials.get(), configuration, tokens));
            case VendorAnswer.Unreachable(var reason, var late, var sent) ->
                    new Outcome.Unreachable(reason, late);
            case VendorAnswer.BodyBrokeOff(var late) -> nothingSent(late);
            case VendorAnswer.Resting(var reason, var rest) ->
                    new Outcome.Unreachable(reason, false);
            case VendorAnswer.Barred(var reason) -> barred(reason);
        };
    }

    private VendorAnswer send(VendorRequest request) {
        return recording
                .map(each -> each.send(vendors, request.credentials().secrets(), request))
                .orElseGet(() -> vendors.send(request));
    }

    /** What a vendor must not be quoted with: credentials as they were sent, and their parts. */
    private static List<Secret> hidden(
            Credentials credentials, UnlockedConfiguration configuration, Optional<Tokens> tokens) {
        List<Secret> hidden = new ArrayList<>(credentials.secrets());
        hidden.addAll(configuration.everySecret());
        tokens.map(Tokens::access).ifPresent(hidden::add);
        tokens.flatMap(Tokens::refresh).ifPresent(hidden::add);
        return hidden;
    }

    private static Outcome judged(int status, Content content, List<Secret> hidden) {
        String said = VendorWords.in(content, hidden);
        if (status < 300 || status == TOO_MANY) {
            return new Outcome.LetIn(status);
        }
        return status < SERVER_ERROR
                ? new Outcome.Refused(status, said)
                : new Outcome.Failed(status, said);
    }

    /** Which is how a request without a body would end that had one. */
    private static Outcome nothingSent(boolean late) {
        return new Outcome.Unreachable("The request ended before its end", late);
    }

    private static Outcome barred(String reason) {
        return new Outcome.Rejected(
                List.of(
                        new Problem.Malformed(
                                Place.entry(Credentials.BASE_URL_KEY),
                                "an address that requests may go to: " + reason)));
    }

    private static Problem noAddress() {
        return new Problem.Malformed(
                Place.entry(Credentials.BASE_URL_KEY),
                "an address, and one of the element's own if the credentials are the element's");
    }

    /** What came of it. */
    public sealed interface Outcome {
        /** The vendor lets it in, or at least answered. */
        record LetIn(int status) implements Outcome {}

        /** The element says of no call that it would show it. */
        record NotDeclared() implements Outcome {}

        /** No request could be made of the configuration. */
        record Rejected(List<Problem> problems) implements Outcome {}

        /** The vendor said no. */
        record Refused(int status, String said) implements Outcome {}

        /** The vendor failed. */
        record Failed(int status, String said) implements Outcome {}

        /** The vendor did not answer. */
        record Unreachable(String reason, boolean late) implements Outcome {}
    }
}
