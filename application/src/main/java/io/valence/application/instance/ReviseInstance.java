package io.valence.application.instance;

import io.valence.application.call.Recording;
import io.valence.domain.account.User;
import io.valence.domain.account.Viewer;
import io.valence.domain.authentication.AuthenticationScheme;
import io.valence.domain.authorization.Tokens;
import io.valence.domain.call.Connection;
import io.valence.domain.call.Connections;
import io.valence.domain.configuration.Notice;
import io.valence.domain.configuration.Place;
import io.valence.domain.configuration.Problem;
import io.valence.domain.configuration.SecretChanges;
import io.valence.domain.configuration.Secrets;
import io.valence.domain.configuration.Settings;
import io.valence.domain.configuration.Strictness;
import io.valence.domain.configuration.UnlockedConfiguration;
import io.valence.domain.element.Element;
import io.valence.domain.element.ElementId;
import io.valence.domain.element.ElementReference;
import io.valence.domain.element.Elements;
import io.valence.domain.instance.Attempt;
import io.valence.domain.instance.Authorization;
import io.valence.domain.instance.FirstGrant;
import io.valence.domain.instance.Grant;
import io.valence.domain.instance.Instance;
import io.valence.domain.instance.InstanceId;
import io.valence.domain.instance.Instances;
import io.valence.domain.instance.Replacement;
import io.valence.domain.secret.Secret;

import java.util.List;
import java.util.Optional;

/**
 * Changes an instance by merging what is sent into what is there. Somebody else's change in between
 * is read again and merged into, so that callers need not know of each other.
 */
public final class ReviseInstance {
    private static final int MOST_ATTEMPTS = 100;

    private final Elements elements;
    private final Instances instances;
    private final Connections connections;
    private final Handshake handshake;
    private final FindInstances find;

    /** A use case over this catalog and these instances. */
    public ReviseInstance(
            Elements elements, Instances instances, Connections connections, Handshake handshake) {
        this.elements = elements;
        this.instances = instances;
        this.connections = connections;
        this.handshake = handshake;
        this.find = new FindInstances(elements, instances);
    }

    /** Whether a draft can be merged into an instance as it is now. */
    private sealed interface Merge {
        /** It can. */
        record Fit(Instance before, Settings kept, Element target, Appraisal.Accepted accepted)
                implements Merge {}

        /** There is nothing to merge. */
        record Over(Outcome outcome) implements Merge {}
    }

    /**
     * Changes the instance, or says everything that is wrong and changes nothing. If the vendor
     * hands out tokens for it, it does so once, however often the merge is made again.
     */
    public Outcome revise(Request request) {
        Optional<Handshake.Result.Done> shaken = Optional.empty();
        Outcome outcome = new Outcome.Overtaken();
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Merge merge = merge(request, shaken);
            if (merge instanceof Merge.Over(var over)) {
                outcome = over;
                break;
            }
            Merge.Fit fit = (Merge.Fit) merge;
            if (shaken.isEmpty()
                    && request.reAuthenticate()
                    && Handshake.isWanted(fit.target(), request.draft())) {
                switch (shake(request, fit)) {
                    case Handshake.Result.Done done -> shaken = Optional.of(done);
                    case Handshake.Result.Rejected(var problems) -> {
                        return new Outcome.Rejected(
                                fit.target(), fit.target(), problems, fit.accepted().notices());
                    }
                    case Handshake.Result.Objected(var objection) -> {
                        return new Outcome.NotLetIn(fit.target(), objection);
                    }
                }
            }
            Optional<Outcome> stored = store(fit, shaken);
            if (stored.isPresent()) {
                return stored.get();
            }
        }
        shaken.ifPresent(handshake::undo);
        return outcome;
    }

    private Merge merge(Request request, Optional<Handshake.Result.Done> shaken) {
        try {
            return merge(request);
        } catch (RuntimeException failure) {
            // Nobody would ever use what the vendor has just handed out.
            shaken.ifPresent(handshake::undo);
            throw failure;
        }
    }

    private Merge merge(Request request) {
        Optional<ConnectedInstance> found = find.find(request.caller(), request.instance());
        if (found.isEmpty()) {
            return new Merge.Over(new Outcome.NoSuchInstance(request.instance()));
        }
        ConnectedInstance current = found.get();
        Optional<ElementReference> wanted = request.draft().element();
        Optional<Element> target =
                wanted.isEmpty() || current.element().answersTo(wanted.get())
                        ? elements.get(current.element().id())
                        : elements.find(new Viewer.Member(request.caller()), wanted.get());
        if (target.isEmpty()) {
            return new Merge.Over(absent(wanted, current.element()));
        }
        if (!target.get().scheme().equals(current.element().scheme())) {
            return new Merge.Over(
                    new Outcome.Rejected(
                            current.element(),
                            target.get(),
                            List.of(
                                    new Problem.Malformed(
                                            Place.member("element"),
                                            "an element that authenticates in the same way")),
                            List.of()));
        }
        Instance instance = current.instance();
        Settings kept = Carryover.kept(instance, target.get());
        Appraisal appraisal =
                Appraisal.ofUpdate(
                        target.get(),
                        kept,
                        instance.preferences(),
                        request.draft(),
                        request.strictness());
        return switch (appraisal) {
            case Appraisal.Refused(var problems, var notices) ->
                    new Merge.Over(
                            new Outcome.Rejected(
                                    current.element(), target.get(), problems, notices));
            case Appraisal.Accepted accepted ->
                    new Merge.Fit(instance, kept, target.get(), accepted);
        };
    }

    /** Which element is missing: the one that the draft names, or the instance's own. */
    private static Outcome absent(Optional<ElementReference> wanted, Element current) {
        return wanted.filter(reference -> !current.answersTo(reference))
                .<Outcome>map(Outcome.NoSuchElement::new)
                .orElseGet(() -> new Outcome.ElementLost(current.id()));
    }

    private Handshake.Result shake(Request request, Merge.Fit fit) {
        Optional<Connection> connection = connections.read(fit.before().id());
        Secrets stored = connection.map(Connection::secrets).orElseGet(Secrets::none);
        SecretChanges changes = fit.accepted().secrets();
        Optional<Secret> kept =
                connection
                        .flatMap(Connection::grant)
                        .flatMap(grant -> grant.tokens().refresh())
                        .filter(token -> fit.kept().find(Tokens.REFRESH_KEY).isPresent())
                        .filter(token -> !changes.forgotten().contains(Tokens.REFRESH_KEY));
        request.recording()
                .ifPresent(
                        recording -> {
                            recording.hide(stored.asMap().values());
                            recording.hide(List.of(fit.before().token().secret()));
                            recording.keepFor(fit.before().id());
                        });
        return handshake
                .recordedBy(request.recording())
                .shake(
                        fit.target(),
                        new UnlockedConfiguration(
                                fit.accepted().configuration(), changes.appliedTo(stored)),
                        kept,
                        request.draft().providerData(),
                        Attempt.Cause.REAUTHORIZED,
                        request.check());
    }

    private Optional<Outcome> store(Merge.Fit fit, Optional<Handshake.Result.Done> shaken) {
        try {
            return storeGranted(fit, shaken.flatMap(Handshake.Result.Done::grant));
        } catch (RuntimeException failure) {
            shaken.ifPresent(
                    done -> handshake.undoUnless(() -> mayBeStored(fit.before().id(), done), done));
            throw failure;
        }
    }

    /** Whether these tokens are stored, or were and have been renewed since. */
    private boolean mayBeStored(InstanceId instance, Handshake.Result.Done done) {
        Tokens handedOut = done.grant().orElseThrow().tokens();
        return connections
                .read(instance)
                .flatMap(Connection::grant)
                .map(Grant::tokens)
                .filter(
                        tokens ->
                                tokens.access().equals(handedOut.access())
                                        || tokens.obtainedAt().isAfter(handedOut.obtainedAt()))
                .isPresent();
    }

    /** Empty if somebody else was faster. */
    private Optional<Outcome> storeGranted(Merge.Fit fit, Optional<FirstGrant> grant) {
        Instance before = fit.before();
        Appraisal.Accepted accepted = fit.accepted();
        Settings own = Carryover.own(before, fit.target(), accepted);
        SecretChanges secrets =
                Carryover.withDropped(accepted.secrets(), before.settings(), fit.kept());
        if (fit.target().scheme() instanceof AuthenticationScheme.OAuth2) {
            own =
                    Granted.showing(
                            own,
                            grant.map(FirstGrant::tokens)
                                    .map(Tokens::shown)
                                    .orElseGet(() -> Granted.tokensIn(before.settings())));
            secrets = Granted.withoutTokens(secrets);
        }
        Instance after = before.reconfigure(fit.target().id(), own).prefer(accepted.preferences());
        after = accepted.name().map(after::rename).orElse(after);
        after = accepted.tags().map(after::retag).orElse(after);
        if (grant.isPresent()) {
            after = after.authorization(new Authorization.Sound());
        }
        boolean changed = !after.isSameAs(before) || !secrets.isNone() || grant.isPresent();
        if (changed && replace(after, secrets, grant) == Replacement.STALE) {
            return Optional.empty();
        }
        return Optional.of(
                new Outcome.Revised(
                        new ConnectedInstance(after, fit.target()), accepted.notices()));
    }

    private Replacement replace(Instance after, SecretChanges secrets, Optional<FirstGrant> grant) {
        return grant.isPresent()
                ? instances.replace(after, secrets, grant.get())
                : instances.replace(after, secrets);
    }

    /**
     * What to change, of which instance, for whom.
     *
     * @param reAuthenticate whether a code or a token in the draft is used
     * @param check whether the vendor is asked for something with new tokens
     * @param recording what keeps how the instance is authorized again, if it is and anybody wants
     *     that
     */
    public record Request(
            User caller,
            InstanceReference instance,
            InstanceDraft draft,
            Strictness strictness,
            boolean reAuthenticate,
            boolean check,
            Optional<Recording> recording) {
        /** One that is not recorded. */
        public Request(
                User caller,
                InstanceReference instance,
                InstanceDraft draft,
                Strictness strictness,
                boolean reAuthenticate,
                boolean check) {
            this(caller, instance, draft, strictness, reAuthenticate, check, Optional.empty());
        }
    }

    /** What came of it. */
    public sealed interface Outcome {
        /** It is as it was asked for. */
        record Revised(ConnectedInstance instance, List<Notice> notices) implements Outcome {}

        /**
         * Something is wrong with the draft.
         *
         * @param current what the instance is of
         * @param target what it would be of; the same for most
         */
        record Rejected(
                Element current, Element target, List<Problem> problems, List<Notice> notices)
                implements Outcome {}

        /** The organization has no such instance. */
        record NoSuchInstance(InstanceReference reference) implements Outcome {}

        /** The caller sees no element that this reference of the draft names. */
        record NoSuchElement(ElementReference reference) implements Outcome {}

        /** The catalog has lost the element that the instance is of. */
        record ElementLost(ElementId element) implements Outcome {}

        /** The vendor does not let it in. */
        record NotLetIn(Element element, VendorObjection objection) implements Outcome {}

        /** Others changed it again and again. */
        record Overtaken() implements Outcome {}
    }
}
