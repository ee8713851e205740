package io.valence.application.instance;

import io.valence.domain.account.User;
import io.valence.domain.account.Viewer;
import io.valence.domain.configuration.ConfigurationEntry;
import io.valence.domain.configuration.ConfigurationKey;
import io.valence.domain.configuration.Notice;
import io.valence.domain.configuration.Place;
import io.valence.domain.configuration.Problem;
import io.valence.domain.configuration.SecretChanges;
import io.valence.domain.configuration.Setting;
import io.valence.domain.configuration.Settings;
import io.valence.domain.configuration.Strictness;
import io.valence.domain.element.Element;
import io.valence.domain.element.ElementId;
import io.valence.domain.element.ElementReference;
import io.valence.domain.element.Elements;
import io.valence.domain.instance.Instance;
import io.valence.domain.instance.Instances;
import io.valence.domain.instance.Replacement;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Changes an instance by merging what is sent into what is there. Somebody else's change in between
 * is read again and merged into, so that callers need not know of each other.
 */
public final class ReviseInstance {
    private static final int MOST_ATTEMPTS = 100;

    private final Elements elements;
    private final Instances instances;
    private final FindInstances find;

    /** A use case over this catalog and these instances. */
    public ReviseInstance(Elements elements, Instances instances) {
        this.elements = elements;
        this.instances = instances;
        this.find = new FindInstances(elements, instances);
    }

    /** Changes the instance, or says everything that is wrong and changes nothing. */
    public Outcome revise(Request request) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Optional<ConnectedInstance> found = find.find(request.caller(), request.instance());
            if (found.isEmpty()) {
                return new Outcome.NoSuchInstance(request.instance());
            }
            Optional<Outcome> outcome = revise(request, found.get());
            if (outcome.isPresent()) {
                return outcome.get();
            }
        }
        return new Outcome.Overtaken();
    }

    /** Empty if somebody else was faster. */
    private Optional<Outcome> revise(Request request, ConnectedInstance current) {
        Optional<ElementReference> wanted = request.draft().element();
        Optional<Element> target =
                wanted.isEmpty() || current.element().answersTo(wanted.get())
                        ? elements.get(current.element().id())
                        : elements.find(new Viewer.Member(request.caller()), wanted.get());
        if (target.isEmpty()) {
            return Optional.of(absent(wanted, current.element()));
        }
        if (!target.get().scheme().equals(current.element().scheme())) {
            return Optional.of(
                    new Outcome.Rejected(
                            current.element(),
                            target.get(),
                            List.of(
                                    new Problem.Malformed(
                                            Place.member("element"),
                                            "an element that authenticates in the same way")),
                            List.of()));
        }
        return revise(request, current, target.get());
    }

    /** Which element is missing: the one that the draft names, or the instance's own. */
    private static Outcome absent(Optional<ElementReference> wanted, Element current) {
        return wanted.filter(reference -> !current.answersTo(reference))
                .<Outcome>map(Outcome.NoSuchElement::new)
                .orElseGet(() -> new Outcome.ElementLost(current.id()));
    }

    private Optional<Outcome> revise(Request request, ConnectedInstance current, Element target) {
        Instance instance = current.instance();
        Settings kept = kept(instance, target);
        Appraisal appraisal =
                Appraisal.ofUpdate(
                        target,
                        kept,
                        instance.preferences(),
                        request.draft(),
                        request.strictness());
        return switch (appraisal) {
            case Appraisal.Refused(var problems, var notices) ->
                    Optional.of(new Outcome.Rejected(current.element(), target, problems, notices));
            case Appraisal.Accepted accepted -> store(instance, kept, target, accepted);
        };
    }

    private Optional<Outcome> store(
            Instance before, Settings kept, Element target, Appraisal.Accepted accepted) {
        Instance after =
                before.reconfigure(target.id(), own(before, target, accepted))
                        .prefer(accepted.preferences());
        after = accepted.name().map(after::rename).orElse(after);
        after = accepted.tags().map(after::retag).orElse(after);
        SecretChanges secrets = withDropped(accepted.secrets(), before.settings(), kept);
        boolean changed = !after.isSameAs(before) || !secrets.isNone();
        if (changed && instances.replace(after, secrets) == Replacement.STALE) {
            return Optional.empty();
        }
        return Optional.of(
                new Outcome.Revised(new ConnectedInstance(after, target), accepted.notices()));
    }

    /**
     * What is stored: what the judge accepted, and, as long as the element is the same, what it
     * does not know today. An element's file may be missing for a while, or be older than the
     * instance; that must cost nobody a setting.
     */
    private static Settings own(Instance before, Element target, Appraisal.Accepted accepted) {
        Map<ConfigurationKey, Setting> own =
                new LinkedHashMap<>(accepted.configuration().own().asMap());
        if (target.id().equals(before.element())) {
            before.settings()
                    .asMap()
                    .forEach(
                            (key, setting) -> {
                                if (target.schema().entry(key).isEmpty()) {
                                    own.put(key, setting);
                                }
                            });
        }
        return Settings.of(own);
    }

    /**
     * What of the instance's settings the element takes over: all of them, if it is the one that
     * they were made for.
     */
    private static Settings kept(Instance instance, Element target) {
        if (target.id().equals(instance.element())) {
            return instance.settings();
        }
        Map<ConfigurationKey, Setting> kept = new LinkedHashMap<>();
        instance.settings()
                .asMap()
                .forEach(
                        (key, setting) -> {
                            boolean hidden = setting instanceof Setting.Hidden;
                            if (target.schema()
                                    .entry(key)
                                    .map(ConfigurationEntry::isSecret)
                                    .equals(Optional.of(hidden))) {
                                kept.put(key, setting);
                            }
                        });
        return Settings.of(kept);
    }

    private static SecretChanges withDropped(
            SecretChanges changes, Settings before, Settings kept) {
        Set<ConfigurationKey> forgotten = new LinkedHashSet<>(changes.forgotten());
        before.asMap()
                .forEach(
                        (key, setting) -> {
                            if (setting instanceof Setting.Hidden && kept.find(key).isEmpty()) {
                                forgotten.add(key);
                            }
                        });
        forgotten.removeAll(changes.supplied().keys());
        return new SecretChanges(changes.supplied(), forgotten);
    }

    /** What to change, of which instance, for whom. */
    public record Request(
            User caller, InstanceReference instance, InstanceDraft draft, Strictness strictness) {}

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

        /** Others changed it again and again. */
        record Overtaken() implements Outcome {}
    }
}
