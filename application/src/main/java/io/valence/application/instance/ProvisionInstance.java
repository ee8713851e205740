package io.valence.application.instance;

import io.valence.domain.account.User;
import io.valence.domain.account.Viewer;
import io.valence.domain.configuration.Notice;
import io.valence.domain.configuration.Problem;
import io.valence.domain.configuration.Strictness;
import io.valence.domain.element.Element;
import io.valence.domain.element.ElementReference;
import io.valence.domain.element.Elements;
import io.valence.domain.element.Trait;
import io.valence.domain.instance.Instance;
import io.valence.domain.instance.InstanceName;
import io.valence.domain.instance.InstanceToken;
import io.valence.domain.instance.Instances;
import io.valence.domain.instance.Owner;
import io.valence.domain.instance.Tag;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;

/**
 * Makes an instance: finds the element, judges the whole draft, mints a token, and stores the
 * instance with its secrets in one write.
 */
public final class ProvisionInstance {
    private final Elements elements;
    private final Instances instances;
    private final InstantSource time;
    private final SecureRandom random;

    /** A use case over this catalog and these instances. */
    public ProvisionInstance(
            Elements elements, Instances instances, InstantSource time, SecureRandom random) {
        this.elements = elements;
        this.instances = instances;
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
        return switch (Appraisal.ofNew(element, request.draft(), request.strictness(), true)) {
            case Appraisal.Refused(var problems, var notices) ->
                    new Outcome.Rejected(element, problems, notices);
            case Appraisal.Accepted accepted ->
                    element.scheme().needsExchange()
                            ? new Outcome.ExchangeNotOffered(element)
                            : admit(request, element, accepted);
        };
    }

    private Outcome admit(Request request, Element element, Appraisal.Accepted accepted) {
        InstanceName name = accepted.name().orElseThrow();
        List<Tag> tags = accepted.tags().orElse(List.of());
        Instance instance =
                Instance.provision(
                        instances.nextId(),
                        Owner.of(request.caller()),
                        element.id(),
                        name,
                        tags.isEmpty() ? List.of(new Tag(name.text())) : tags,
                        accepted.configuration().own(),
                        accepted.preferences(),
                        InstanceToken.mint(random),
                        time.instant());
        instances.add(instance, accepted.secrets().supplied());
        return new Outcome.Provisioned(
                new ConnectedInstance(instance, element), accepted.notices());
    }

    /** What to make, of which element, for whom. */
    public record Request(
            User caller, ElementReference element, InstanceDraft draft, Strictness strictness) {}

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
    }
}
