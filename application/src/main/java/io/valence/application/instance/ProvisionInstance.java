package io.valence.application.instance;

import io.valence.application.call.Recording;
import io.valence.domain.account.User;
import io.valence.domain.account.Viewer;
import io.valence.domain.authentication.AuthenticationScheme;
import io.valence.domain.authorization.Tokens;
import io.valence.domain.configuration.Notice;
import io.valence.domain.configuration.Problem;
import io.valence.domain.configuration.Secrets;
import io.valence.domain.configuration.Settings;
import io.valence.domain.configuration.Strictness;
import io.valence.domain.configuration.UnlockedConfiguration;
import io.valence.domain.element.Element;
import io.valence.domain.element.ElementReference;
import io.valence.domain.element.Elements;
import io.valence.domain.element.Trait;
import io.valence.domain.instance.Attempt;
import io.valence.domain.instance.FirstGrant;
import io.valence.domain.instance.Instance;
import io.valence.domain.instance.InstanceName;
import io.valence.domain.instance.InstanceToken;
import io.valence.domain.instance.Instances;
import io.valence.domain.instance.Owner;
import io.valence.domain.instance.Tag;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Makes an instance: finds the element, judges the whole draft, asks the vendor whether it lets the
 * instance in, mints a token, and stores the instance with its secrets in one write.
 */
public final class ProvisionInstance {
    private final Elements elements;
    private final Instances instances;
    private final Handshake handshake;
    private final InstantSource time;
    private final SecureRandom random;

    /** A use case over this catalog and these instances. */
    public ProvisionInstance(
            Elements elements,
            Instances instances,
            Handshake handshake,
            InstantSource time,
            SecureRandom random) {
        this.elements = elements;
        this.instances = instances;
        this.handshake = handshake;
        this.time = time;
        this.random = random;
    }

    /** Makes the instance, or says everything that is wrong. */
    public Outcome provision(Request request) {
        return elements.find(new Viewer.Member(request.caller()), request.element())
                .map(element -> provision(request, element))
                .orElseGet(() -> new Outcome.NoSuchElement(request.element()));
    }

    private Outcome provision(Request request, Element element) {
        if (!element.is(Trait.ACTIVE)) {
            return new Outcome.Inactive(element);
        }
        return switch (Appraisal.ofNew(element, request.draft(), request.strictness())) {
            case Appraisal.Refused(var problems, var notices) ->
                    new Outcome.Rejected(element, problems, notices);
            case Appraisal.Accepted accepted ->
                    element.scheme().needsExchange()
                                    && !(element.scheme() instanceof AuthenticationScheme.OAuth2)
                            ? new Outcome.ExchangeNotOffered(element)
                            : provision(request, element, accepted);
        };
    }

    private Outcome provision(Request request, Element element, Appraisal.Accepted accepted) {
        Secrets secrets = accepted.secrets().supplied();
        Handshake.Result result =
                handshake
                        .recordedBy(request.recording())
                        .shake(
                                element,
                                new UnlockedConfiguration(accepted.configuration(), secrets),
                                request.draft().providerData(),
                                Attempt.Cause.PROVISIONED,
                                request.check());
        return switch (result) {
            case Handshake.Result.Rejected(var problems) ->
                    new Outcome.Rejected(element, problems, accepted.notices());
            case Handshake.Result.Objected(var objection) ->
                    new Outcome.NotLetIn(element, objection);
            case Handshake.Result.Done done -> admit(request, element, accepted, done);
        };
    }

    private Outcome admit(
            Request request,
            Element element,
            Appraisal.Accepted accepted,
            Handshake.Result.Done done) {
        Instance instance;
        try {
            instance = instance(request, element, accepted);
        } catch (RuntimeException failure) {
            // Nobody would ever use what the vendor has just handed out.
            handshake.undo(done);
            throw failure;
        }
        try {
            add(instance, accepted.secrets().supplied(), done.grant());
        } catch (RuntimeException failure) {
            handshake.undoUnless(() -> isStored(instance), done);
            throw failure;
        }
        request.recording()
                .ifPresent(
                        recording -> {
                            recording.hide(List.of(instance.token().secret()));
                            recording.keepFor(instance.id());
                        });
        Optional<Tokens> tokens = done.grant().map(FirstGrant::tokens);
        return new Outcome.Provisioned(
                new ConnectedInstance(Granted.showing(instance, tokens), element),
                accepted.notices());
    }

    private void add(Instance instance, Secrets secrets, Optional<FirstGrant> grant) {
        if (grant.isPresent()) {
            instances.add(instance, Granted.withoutTokens(secrets), grant.get());
        } else {
            instances.add(instance, secrets);
        }
    }

    private boolean isStored(Instance instance) {
        return instances.find(instance.owner().organization(), instance.id()).isPresent();
    }

    private Instance instance(Request request, Element element, Appraisal.Accepted accepted) {
        InstanceName name = accepted.name().orElseThrow();
        List<Tag> tags = accepted.tags().orElse(List.of());
        Settings own = accepted.configuration().own();
        return Instance.provision(
                instances.nextId(),
                Owner.of(request.caller()),
                element.id(),
                name,
                tags.isEmpty() ? List.of(new Tag(name.text())) : tags,
                element.scheme() instanceof AuthenticationScheme.OAuth2
                        ? Granted.withoutTokens(own)
                        : own,
                accepted.preferences(),
                InstanceToken.mint(random),
                time.instant());
    }

    /**
     * What to make, of which element, for whom.
     *
     * @param check whether the vendor is asked for something, to see whether it lets the instance
     *     in
     * @param recording what keeps how it goes, if anybody wants that; nothing is kept without an
     *     instance that came of it
     */
    public record Request(
            User caller,
            ElementReference element,
            InstanceDraft draft,
            Strictness strictness,
            boolean check,
            Optional<Recording> recording) {
        /** One that is not recorded. */
        public Request(
                User caller,
                ElementReference element,
                InstanceDraft draft,
                Strictness strictness,
                boolean check) {
            this(caller, element, draft, strictness, check, Optional.empty());
        }
    }

    /** What came of it. */
    public sealed interface Outcome {
        /** It is there. */
        record Provisioned(ConnectedInstance instance, List<Notice> notices) implements Outcome {}

        /** Something is wrong with the draft. */
        record Rejected(Element element, List<Problem> problems, List<Notice> notices)
                implements Outcome {}

        /** The caller sees no such element. */
        record NoSuchElement(ElementReference reference) implements Outcome {}

        /** The element takes no new instances. */
        record Inactive(Element element) implements Outcome {}

        /** The vendor must hand out tokens first, by a way that this server does not offer. */
        record ExchangeNotOffered(Element element) implements Outcome {}

        /** The vendor does not let it in. */
        record NotLetIn(Element element, VendorObjection objection) implements Outcome {}
    }
}
