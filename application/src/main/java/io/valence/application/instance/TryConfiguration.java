package io.valence.application.instance;

import io.valence.application.authorization.ObtainTokens;
import io.valence.application.authorization.ProviderData;
import io.valence.application.call.CheckCredentials;
import io.valence.domain.account.User;
import io.valence.domain.account.Viewer;
import io.valence.domain.authentication.AuthenticationScheme;
import io.valence.domain.authentication.GrantType;
import io.valence.domain.authorization.Tokens;
import io.valence.domain.configuration.Notice;
import io.valence.domain.configuration.Problem;
import io.valence.domain.configuration.ResolvedConfiguration;
import io.valence.domain.configuration.Strictness;
import io.valence.domain.configuration.UnlockedConfiguration;
import io.valence.domain.element.Element;
import io.valence.domain.element.ElementReference;
import io.valence.domain.element.Elements;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Judges what would make an instance, and stores nothing. If asked to, it also tries whether the
 * vendor can be reached, and whether the vendor lets the instance in.
 */
public final class TryConfiguration {
    private final Elements elements;
    private final ObtainTokens obtain;
    private final CheckCredentials check;
    private final LongSupplier nanoseconds;

    /**
     * A use case over this catalog.
     *
     * @param nanoseconds a clock that never goes back, to time steps by
     */
    public TryConfiguration(
            Elements elements,
            ObtainTokens obtain,
            CheckCredentials check,
            LongSupplier nanoseconds) {
        this.elements = elements;
        this.obtain = obtain;
        this.check = check;
        this.nanoseconds = nanoseconds;
    }

    /** Judges it as {@link ProvisionInstance} would; a name and a user's consent may be absent. */
    public Outcome attempt(
            User caller,
            ElementReference reference,
            InstanceDraft draft,
            Strictness strictness,
            Scope scope) {
        return elements.find(new Viewer.Member(caller), reference)
                .map(element -> attempt(element, draft, strictness, scope))
                .orElseGet(() -> new Outcome.NoSuchElement(reference));
    }

    private Outcome attempt(
            Element element, InstanceDraft draft, Strictness strictness, Scope scope) {
        long began = nanoseconds.getAsLong();
        Appraisal appraisal = Appraisal.ofTrial(element, draft, strictness);
        Duration taken = since(began);
        return switch (appraisal) {
            case Appraisal.Refused(var problems, var notices) ->
                    new Outcome.Invalid(
                            element,
                            problems,
                            notices,
                            List.of(
                                    new Step(
                                            Name.CONFIGURATION,
                                            Result.FAILED,
                                            "The configuration is not valid",
                                            taken)));
            case Appraisal.Accepted accepted -> {
                List<Step> steps = new ArrayList<>();
                steps.add(new Step(Name.CONFIGURATION, Result.PASSED, "It is valid", taken));
                UnlockedConfiguration configuration =
                        new UnlockedConfiguration(
                                accepted.configuration(), accepted.secrets().supplied());
                if (scope != Scope.CONFIGURATION) {
                    steps.add(timed(Name.CONNECTIVITY, () -> reach(element, configuration)));
                }
                if (scope == Scope.AUTHENTICATION) {
                    steps.add(
                            steps.getLast().result() == Result.FAILED
                                    ? new Step(
                                            Name.AUTHENTICATION,
                                            Result.SKIPPED,
                                            "The vendor cannot be reached",
                                            Duration.ZERO)
                                    : timed(
                                            Name.AUTHENTICATION,
                                            () -> authenticate(element, configuration)));
                }
                yield new Outcome.Valid(
                        element, accepted.configuration(), accepted.notices(), steps);
            }
        };
    }

    private Duration since(long began) {
        return Duration.ofNanos(nanoseconds.getAsLong() - began);
    }

    private record Finding(Result result, String said) {}

    private Step timed(Name name, Supplier<Finding> action) {
        long began = nanoseconds.getAsLong();
        Finding finding = action.get();
        return new Step(name, finding.result(), finding.said(), since(began));
    }

    private Finding reach(Element element, UnlockedConfiguration configuration) {
        return found(check.reach(element, configuration));
    }

    private Finding authenticate(Element element, UnlockedConfiguration configuration) {
        if (!(element.scheme() instanceof AuthenticationScheme.OAuth2 oauth)) {
            return element.scheme().needsExchange()
                    ? new Finding(
                            Result.SKIPPED,
                            "This version does not authenticate by " + element.scheme().name())
                    : found(check.check(element, configuration, Optional.empty()));
        }
        if (oauth.grant() == GrantType.AUTHORIZATION_CODE) {
            return new Finding(
                    Result.SKIPPED, "A user's consent is needed; nothing can be tried without it");
        }
        return switch (obtain.obtain(element, oauth, configuration, ProviderData.none())) {
            case ObtainTokens.Outcome.Obtained obtained -> {
                Tokens tokens = obtained.tokens();
                Finding finding = found(check.check(element, configuration, Optional.of(tokens)));
                obtain.giveBack(obtained);
                yield finding.result() == Result.SKIPPED
                        ? new Finding(Result.PASSED, "The vendor handed out a token")
                        : finding;
            }
            case ObtainTokens.Outcome.Rejected(var problems) ->
                    new Finding(Result.FAILED, sentence(problems));
            case ObtainTokens.Outcome.Denied(var error, var description) ->
                    new Finding(Result.FAILED, error);
            case ObtainTokens.Outcome.Refused(var status, var error, var said) ->
                    new Finding(Result.FAILED, "The vendor said " + error + ": " + said);
            case ObtainTokens.Outcome.Failed(var status, var said) ->
                    new Finding(Result.FAILED, "The vendor answered " + status + ": " + said);
            case ObtainTokens.Outcome.Unreachable(var reason, var late) ->
                    new Finding(Result.FAILED, reason);
        };
    }

    private static Finding found(CheckCredentials.Outcome outcome) {
        return switch (outcome) {
            case CheckCredentials.Outcome.LetIn(var status) ->
                    new Finding(Result.PASSED, "The vendor answered " + status);
            case CheckCredentials.Outcome.NotDeclared() ->
                    new Finding(Result.SKIPPED, "The element declares no call to check it by");
            case CheckCredentials.Outcome.Rejected(var problems) ->
                    new Finding(Result.FAILED, sentence(problems));
            case CheckCredentials.Outcome.Refused(var status, var said) ->
                    new Finding(Result.FAILED, "The vendor answered " + status + ": " + said);
            case CheckCredentials.Outcome.Failed(var status, var said) ->
                    new Finding(Result.FAILED, "The vendor answered " + status + ": " + said);
            case CheckCredentials.Outcome.Unreachable(var reason, var late) ->
                    new Finding(Result.FAILED, reason);
        };
    }

    private static String sentence(List<Problem> problems) {
        Problem first = problems.getFirst();
        return first.place().name() + ": " + first.sentence();
    }

    /** How far a trial goes; each goes further than the one before. */
    public enum Scope {
        /** The configuration is judged. */
        CONFIGURATION,
        /** The vendor is asked for an answer, whatever it is. */
        CONNECTIVITY,
        /** The vendor is asked for what it gives only to those whom it lets in. */
        AUTHENTICATION
    }

    /** What a step is about. */
    public enum Name {
        CONFIGURATION,
        CONNECTIVITY,
        AUTHENTICATION
    }

    /** How a step went. */
    public enum Result {
        PASSED,
        FAILED,
        SKIPPED
    }

    /**
     * One step of a trial.
     *
     * @param said for people, without any secret
     */
    public record Step(Name name, Result result, String said, Duration taken) {}

    /** The judgement. */
    public sealed interface Outcome {
        /** The configuration is valid; the steps tell whether the vendor agrees. */
        record Valid(
                Element element,
                ResolvedConfiguration configuration,
                List<Notice> notices,
                List<Step> steps)
                implements Outcome {
            public Valid {
                steps = List.copyOf(steps);
            }

            /** Whether an instance could be made. */
            public boolean wouldDo() {
                return steps.stream().noneMatch(step -> step.result() == Result.FAILED);
            }
        }

        /** It could not. */
        record Invalid(
                Element element, List<Problem> problems, List<Notice> notices, List<Step> steps)
                implements Outcome {}

        /** The caller sees no such element. */
        record NoSuchElement(ElementReference reference) implements Outcome {}
    }
}
