package io.valence.testkit.sample;

import io.valence.domain.authorization.Tokens;
import io.valence.domain.configuration.ConfigurationKey;
import io.valence.domain.configuration.Origin;
import io.valence.domain.configuration.Secrets;
import io.valence.domain.configuration.Setting;
import io.valence.domain.configuration.Settings;
import io.valence.domain.element.ElementId;
import io.valence.domain.instance.Authorization;
import io.valence.domain.instance.FirstGrant;
import io.valence.domain.instance.Instance;
import io.valence.domain.instance.InstanceId;
import io.valence.domain.instance.InstanceName;
import io.valence.domain.instance.InstanceToken;
import io.valence.domain.instance.Instances;
import io.valence.domain.instance.Owner;
import io.valence.domain.instance.Preferences;
import io.valence.domain.instance.Tag;
import io.valence.domain.secret.Secret;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An instance in the making: each word changes it, {@link #instance} and {@link #addedTo} end it.
 */
public final class SampleInstance {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Owner owner;
    private final List<Tag> tags = new ArrayList<>();
    private final Map<ConfigurationKey, Setting> settings = new LinkedHashMap<>();
    private final Map<ConfigurationKey, Secret> secrets = new LinkedHashMap<>();
    private Optional<InstanceId> number = Optional.empty();
    private ElementId element = new ElementId(1948);
    private InstanceName name = new InstanceName("Test");
    private InstanceToken token = InstanceToken.mint(RANDOM);
    private Preferences preferences = Preferences.ordinary();
    private Instant createdAt = Instant.parse("2026-03-04T05:06:07.123456Z");
    private Optional<Instant> disabledSince = Optional.empty();
    private Authorization authorization = new Authorization.Sound();
    private Optional<FirstGrant> grant = Optional.empty();

    SampleInstance(Owner owner) {
        this.owner = owner;
    }

    /** Of this number; otherwise 1, or the next one of the store that it is added to. */
    public SampleInstance number(InstanceId id) {
        number = Optional.of(id);
        return this;
    }

    /** Of this element. */
    public SampleInstance element(long id) {
        element = new ElementId(id);
        return this;
    }

    /** Of this name. */
    public SampleInstance named(String text) {
        name = new InstanceName(text);
        return this;
    }

    /** Found by these tags, and by no others. */
    public SampleInstance tagged(String... words) {
        tags.clear();
        for (String word : words) {
            tags.add(new Tag(word));
        }
        return this;
    }

    /** Holding this value of its owner's. */
    public SampleInstance holding(String key, String text) {
        settings.put(new ConfigurationKey(key), new Setting.Plain(text, Origin.SUPPLIED));
        return this;
    }

    /** Holding this value of the vendor's. */
    public SampleInstance filledByVendor(String key, String text) {
        settings.put(new ConfigurationKey(key), new Setting.Plain(text, Origin.VENDOR));
        return this;
    }

    /** Holding this secret of its owner's. */
    public SampleInstance hiding(String key, String secret) {
        return hiding(key, secret, Origin.SUPPLIED);
    }

    /** Holding this secret of the vendor's. */
    public SampleInstance hiddenByVendor(String key, String secret) {
        return hiding(key, secret, Origin.VENDOR);
    }

    private SampleInstance hiding(String key, String secret, Origin origin) {
        settings.put(new ConfigurationKey(key), new Setting.Hidden(origin));
        secrets.put(new ConfigurationKey(key), Secret.of(secret));
        return this;
    }

    /** Called with this token; otherwise with a fresh one. */
    public SampleInstance token(InstanceToken wanted) {
        token = wanted;
        return this;
    }

    /** Of these choices. */
    public SampleInstance preferring(Preferences choices) {
        preferences = choices;
        return this;
    }

    /** Made at this time. */
    public SampleInstance madeAt(Instant time) {
        createdAt = time;
        return this;
    }

    /** Disabled by its owner. */
    public SampleInstance disabledSince(Instant time) {
        disabledSince = Optional.of(time);
        return this;
    }

    /** No longer let in by the vendor. */
    public SampleInstance broken(String reason, Instant since) {
        authorization = new Authorization.Broken(reason, since);
        return this;
    }

    /** Let in by these tokens, which are kept in a grant. */
    public SampleInstance granted(Tokens tokens) {
        return granted(SampleTokens.grantOf(tokens));
    }

    /** Let in by these tokens, which are kept in a grant. */
    public SampleInstance granted(FirstGrant first) {
        grant = Optional.of(first);
        return this;
    }

    /** The instance. */
    public Instance instance() {
        return instance(number.orElseGet(() -> new InstanceId(1)));
    }

    /** Its secrets. */
    public Secrets secrets() {
        return Secrets.of(secrets);
    }

    /**
     * The instance, once it, its secrets and its grant have been added to this store: as a reading
     * of it shows it.
     */
    public Instance addedTo(Instances instances) {
        Instance instance = instance(number.orElseGet(instances::nextId));
        if (grant.isEmpty()) {
            instances.add(instance, secrets());
            return instance;
        }
        instances.add(instance, secrets(), grant.get());
        Map<ConfigurationKey, Setting> shown = new LinkedHashMap<>(settings);
        shown.keySet().removeIf(Tokens::shows);
        shown.putAll(grant.get().tokens().shown());
        return instance.reconfigure(element, Settings.of(shown));
    }

    private Instance instance(InstanceId id) {
        return Instance.restore(
                id,
                owner,
                createdAt,
                token,
                0,
                element,
                name,
                tags,
                Settings.of(settings),
                preferences,
                disabledSince,
                authorization);
    }
}
