package io.valence.application.instance;

import io.valence.domain.account.User;
import io.valence.domain.configuration.SecretChanges;
import io.valence.domain.element.Elements;
import io.valence.domain.instance.Instance;
import io.valence.domain.instance.Instances;
import io.valence.domain.instance.Replacement;

import java.time.InstantSource;
import java.util.Optional;

/** Disables and enables an instance. */
public final class SwitchInstance {
    private static final int MOST_ATTEMPTS = 100;

    private final Instances instances;
    private final FindInstances find;
    private final InstantSource time;

    /** A use case over this catalog and these instances. */
    public SwitchInstance(Elements elements, Instances instances, InstantSource time) {
        this.instances = instances;
        this.find = new FindInstances(elements, instances);
        this.time = time;
    }

    /** Lets the instance be used, or stops it from being used; what it is already, it stays. */
    public Outcome turn(User caller, InstanceReference reference, boolean on) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Optional<ConnectedInstance> found = find.find(caller, reference);
            if (found.isEmpty()) {
                return new Outcome.NoSuchInstance(reference);
            }
            Instance before = found.get().instance();
            Instance after = on ? before.enable() : before.disable(time.instant());
            if (after.isSameAs(before)
                    || instances.replace(after, SecretChanges.none()) == Replacement.REPLACED) {
                return new Outcome.Turned(new ConnectedInstance(after, found.get().element()));
            }
        }
        return new Outcome.Overtaken();
    }

    /** What came of it. */
    public sealed interface Outcome {
        /** It is as it was asked for. */
        record Turned(ConnectedInstance instance) implements Outcome {}

        /** The organization has no such instance. */
        record NoSuchInstance(InstanceReference reference) implements Outcome {}

        /** Others changed it again and again. */
        record Overtaken() implements Outcome {}
    }
}
