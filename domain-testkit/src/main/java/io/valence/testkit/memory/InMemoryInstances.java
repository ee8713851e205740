package io.valence.testkit.memory;

import io.valence.domain.account.OrganizationId;
import io.valence.domain.configuration.ConfigurationKey;
import io.valence.domain.configuration.SecretChanges;
import io.valence.domain.configuration.Secrets;
import io.valence.domain.instance.Authorization;
import io.valence.domain.instance.FirstGrant;
import io.valence.domain.instance.GiveBack;
import io.valence.domain.instance.Instance;
import io.valence.domain.instance.InstanceId;
import io.valence.domain.instance.InstancePage;
import io.valence.domain.instance.InstanceToken;
import io.valence.domain.instance.Instances;
import io.valence.domain.instance.Removal;
import io.valence.domain.instance.Replacement;
import io.valence.domain.instance.Selection;
import io.valence.domain.secret.Fingerprint;
import io.valence.domain.secret.Secret;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Instances that are forgotten when the program ends, with their secrets and grants; {@link
 * #vault}, {@link #grants}, {@link #giveBacks}, {@link #transformations}, {@link #traces} and
 * {@link #connections} are the other doors of the same store.
 */
public final class InMemoryInstances implements Instances {
    private final NavigableMap<InstanceId, Held> held = new TreeMap<>();
    private final Map<Fingerprint, InstanceId> byToken = new HashMap<>();
    private final InMemoryGrants grants;
    private final InMemoryGiveBacks giveBacks = new InMemoryGiveBacks();
    private final InMemoryTransformations transformations = new InMemoryTransformations(this);
    private final InMemoryTraces traces = new InMemoryTraces(this);
    private long last;

    /** No instances yet. */
    public InMemoryInstances() {
        this(InstantSource.system());
    }

    /** No instances yet; turns to renew tokens are timed by this clock. */
    public InMemoryInstances(InstantSource clock) {
        this.grants = new InMemoryGrants(this, clock);
    }

    /** The vault of these instances. */
    public InMemoryVault vault() {
        return new InMemoryVault(this);
    }

    /** The grants of these instances. */
    public InMemoryGrants grants() {
        return grants;
    }

    /** What was to be given back when instances of these were removed. */
    public InMemoryGiveBacks giveBacks() {
        return giveBacks;
    }

    /** What shapes the records of these instances. */
    public InMemoryTransformations transformations() {
        return transformations;
    }

    /** The traces of these instances. */
    public InMemoryTraces traces() {
        return traces;
    }

    /** These instances as calls need them. */
    public InMemoryConnections connections() {
        return new InMemoryConnections(this);
    }

    @Override
    public synchronized InstanceId nextId() {
        last++;
        return new InstanceId(last);
    }

    @Override
    public synchronized void add(Instance instance, Secrets secrets) {
        Fingerprint token = instance.token().fingerprint();
        if (held.containsKey(instance.id()) || byToken.containsKey(token)) {
            throw new IllegalStateException("there is an instance of this number or token");
        }
        held.put(instance.id(), new Held(instance, secrets));
        byToken.put(token, instance.id());
    }

    @Override
    public synchronized void add(Instance instance, Secrets secrets, FirstGrant grant) {
        add(Shown.removedFrom(instance), Shown.removedFrom(secrets));
        grants.begin(instance.id(), grant);
    }

    @Override
    public synchronized Optional<Instance> find(OrganizationId organization, InstanceId id) {
        return find(id).filter(instance -> instance.owner().organization().equals(organization));
    }

    synchronized Optional<Instance> find(InstanceId id) {
        return Optional.ofNullable(held.get(id)).map(this::seen);
    }

    /** With what is renamed, and the settings that show its tokens, if it has a grant. */
    private Instance seen(Held one) {
        return grants.find(one.instance().id())
                .map(grant -> Shown.addedTo(one.instance(), grant.tokens()))
                .orElse(one.instance())
                .renaming(transformations.renamed(one.instance().id()));
    }

    @Override
    public synchronized Optional<Instance> find(OrganizationId organization, InstanceToken token) {
        return Optional.ofNullable(byToken.get(token.fingerprint()))
                .flatMap(id -> find(organization, id));
    }

    @Override
    public synchronized InstancePage select(Selection selection) {
        NavigableMap<InstanceId, Held> rest =
                selection.after().map(after -> held.tailMap(after, false)).orElse(held);
        List<Instance> found =
                rest.values().stream()
                        .map(this::seen)
                        .filter(instance -> matches(selection, instance))
                        .skip(selection.skip())
                        .limit(selection.limit() + 1L)
                        .toList();
        boolean more = found.size() > selection.limit();
        return new InstancePage(more ? found.subList(0, selection.limit()) : found, more);
    }

    @Override
    public synchronized Replacement replace(Instance changed, SecretChanges secrets) {
        Held before = held.get(changed.id());
        if (before == null || before.instance().version() != changed.version()) {
            return Replacement.STALE;
        }
        Instance next = next(changed, before.instance().authorization());
        Secrets kept = changed(before.secrets(), secrets);
        boolean granted = grants.find(changed.id()).isPresent();
        held.put(changed.id(), granted ? new Held(next, kept).granted() : new Held(next, kept));
        return Replacement.REPLACED;
    }

    @Override
    public synchronized Replacement replace(
            Instance changed, SecretChanges secrets, FirstGrant grant) {
        Replacement answer = replace(changed, secrets);
        if (answer == Replacement.REPLACED) {
            note(changed.id(), new Authorization.Sound());
            held.computeIfPresent(changed.id(), (same, one) -> one.granted());
            grants.begin(changed.id(), grant);
        }
        return answer;
    }

    @Override
    public synchronized boolean remove(OrganizationId organization, InstanceId id) {
        Optional<Instance> found = find(organization, id);
        found.ifPresent(
                instance -> {
                    held.remove(id);
                    byToken.remove(instance.token().fingerprint());
                    grants.remove(id);
                    transformations.remove(id);
                    traces.remove(id);
                });
        return found.isPresent();
    }

    @Override
    public synchronized Removal remove(
            OrganizationId organization, InstanceId id, long generation, GiveBack giveBack) {
        if (find(organization, id).isEmpty()) {
            return Removal.ABSENT;
        }
        if (grants.find(id).filter(grant -> grant.generation() == generation).isEmpty()) {
            return Removal.STALE;
        }
        remove(organization, id);
        giveBacks.add(giveBack);
        return Removal.REMOVED;
    }

    synchronized void note(InstanceId id, Authorization authorization) {
        held.computeIfPresent(
                id,
                (same, one) ->
                        new Held(one.instance().authorization(authorization), one.secrets()));
    }

    synchronized Secrets secrets(InstanceId id) {
        return Optional.ofNullable(held.get(id)).map(Held::secrets).orElseGet(Secrets::none);
    }

    private static boolean matches(Selection selection, Instance instance) {
        boolean sound = instance.authorization() instanceof Authorization.Sound;
        return instance.owner().organization().equals(selection.organization())
                && instance.tags().containsAll(selection.tags())
                && selection.sound().map(wanted -> wanted == sound).orElse(true)
                && selection.element().map(instance.element()::equals).orElse(true);
    }

    private static Secrets changed(Secrets before, SecretChanges changes) {
        Map<ConfigurationKey, Secret> after = new LinkedHashMap<>(before.asMap());
        changes.forgotten().forEach(after::remove);
        after.putAll(changes.supplied().asMap());
        return Secrets.of(after);
    }

    private static Instance next(Instance instance, Authorization authorization) {
        return Instance.restore(
                instance.id(),
                instance.owner(),
                instance.createdAt(),
                instance.token(),
                instance.version() + 1,
                instance.element(),
                instance.name(),
                instance.tags(),
                instance.settings(),
                instance.preferences(),
                instance.disabledSince(),
                authorization);
    }

    private record Held(Instance instance, Secrets secrets) {
        Held granted() {
            return new Held(Shown.removedFrom(instance), Shown.removedFrom(secrets));
        }
    }
}
