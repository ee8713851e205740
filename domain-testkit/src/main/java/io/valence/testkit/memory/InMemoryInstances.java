package io.valence.testkit.memory;

import io.valence.domain.account.OrganizationId;
import io.valence.domain.configuration.ConfigurationKey;
import io.valence.domain.configuration.SecretChanges;
import io.valence.domain.configuration.Secrets;
import io.valence.domain.instance.Authorization;
import io.valence.domain.instance.Instance;
import io.valence.domain.instance.InstanceId;
import io.valence.domain.instance.InstancePage;
import io.valence.domain.instance.InstanceToken;
import io.valence.domain.instance.Instances;
import io.valence.domain.instance.Replacement;
import io.valence.domain.instance.Selection;
import io.valence.domain.secret.Fingerprint;
import io.valence.domain.secret.Secret;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Instances that are forgotten when the program ends; {@link #vault} opens their secrets. */
public final class InMemoryInstances implements Instances {
    private final NavigableMap<InstanceId, Held> held = new TreeMap<>();
    private final Map<Fingerprint, InstanceId> byToken = new HashMap<>();
    private long last;

    /** No instances yet. */
    public InMemoryInstances() {}

    /** The vault of these instances. */
    public InMemoryVault vault() {
        return new InMemoryVault(this);
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
    public synchronized Optional<Instance> find(OrganizationId organization, InstanceId id) {
        return Optional.ofNullable(held.get(id))
                .map(Held::instance)
                .filter(instance -> instance.owner().organization().equals(organization));
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
                        .map(Held::instance)
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
        held.put(changed.id(), new Held(next(changed), changed(before.secrets(), secrets)));
        return Replacement.REPLACED;
    }

    @Override
    public synchronized boolean remove(OrganizationId organization, InstanceId id) {
        Optional<Instance> found = find(organization, id);
        found.ifPresent(
                instance -> {
                    held.remove(id);
                    byToken.remove(instance.token().fingerprint());
                });
        return found.isPresent();
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

    private static Instance next(Instance instance) {
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
                instance.authorization());
    }

    private record Held(Instance instance, Secrets secrets) {}
}
