package io.valence.domain.instance;

import io.valence.domain.configuration.Settings;
import io.valence.domain.element.ElementId;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * An element, connected to somebody's account at the vendor. It is provisioned, revised, disabled
 * and enabled, and one day removed; its number and its token stay the same.
 *
 * <p>Two facts, not one state: whether its owner disabled it, and whether the vendor still lets it
 * in. Enabling does not mend a broken authorization.
 */
public final class Instance {
    private final InstanceId id;
    private final Owner owner;
    private final Instant createdAt;
    private final InstanceToken token;
    private final long version;
    private final Content content;
    private final List<RenamedObject> renamed;

    private Instance(
            InstanceId id,
            Owner owner,
            Instant createdAt,
            InstanceToken token,
            long version,
            Content content,
            List<RenamedObject> renamed) {
        this.renamed = renamed;
        this.id = id;
        this.owner = owner;
        this.createdAt = createdAt;
        this.token = token;
        this.version = version;
        this.content = content;
    }

    /** What changes in an instance's life. */
    private record Content(
            ElementId element,
            InstanceName name,
            List<Tag> tags,
            Settings settings,
            Preferences preferences,
            Optional<Instant> disabledSince,
            Authorization authorization) {
        Content {
            tags = List.copyOf(new LinkedHashSet<>(tags));
        }

        Content name(InstanceName to) {
            return new Content(
                    element, to, tags, settings, preferences, disabledSince, authorization);
        }

        Content tags(List<Tag> to) {
            return new Content(
                    element, name, to, settings, preferences, disabledSince, authorization);
        }

        Content settings(ElementId as, Settings to) {
            return new Content(as, name, tags, to, preferences, disabledSince, authorization);
        }

        Content preferences(Preferences to) {
            return new Content(element, name, tags, settings, to, disabledSince, authorization);
        }

        Content disabledSince(Optional<Instant> to) {
            return new Content(element, name, tags, settings, preferences, to, authorization);
        }

        Content authorization(Authorization to) {
            return new Content(element, name, tags, settings, preferences, disabledSince, to);
        }
    }

    /** A new instance, enabled and sound. */
    public static Instance provision(
            InstanceId id,
            Owner owner,
            ElementId element,
            InstanceName name,
            List<Tag> tags,
            Settings settings,
            Preferences preferences,
            InstanceToken token,
            Instant now) {
        return new Instance(
                id,
                owner,
                now,
                token,
                0,
                new Content(
                        element,
                        name,
                        tags,
                        settings,
                        preferences,
                        Optional.empty(),
                        new Authorization.Sound()),
                List.of());
    }

    /** An instance as it was stored. */
    public static Instance restore(
            InstanceId id,
            Owner owner,
            Instant createdAt,
            InstanceToken token,
            long version,
            ElementId element,
            InstanceName name,
            List<Tag> tags,
            Settings settings,
            Preferences preferences,
            Optional<Instant> disabledSince,
            Authorization authorization) {
        return new Instance(
                id,
                owner,
                createdAt,
                token,
                version,
                new Content(
                        element, name, tags, settings, preferences, disabledSince, authorization),
                List.of());
    }

    /** Takes note of what its application renames, which its store holds apart from it. */
    public Instance renaming(List<RenamedObject> objects) {
        return new Instance(id, owner, createdAt, token, version, content, List.copyOf(objects));
    }

    /** Calls it something else. */
    public Instance rename(InstanceName to) {
        return with(content.name(to));
    }

    /** Replaces all tags; repeated ones count once. */
    public Instance retag(List<Tag> to) {
        return with(content.tags(to));
    }

    /** Replaces its settings, for the same element or another one. */
    public Instance reconfigure(ElementId as, Settings to) {
        return with(content.settings(as, to));
    }

    /** Replaces its owner's choices. */
    public Instance prefer(Preferences to) {
        return with(content.preferences(to));
    }

    /** Stops it from being used, without forgetting anything. */
    public Instance disable(Instant now) {
        return disabledSince().isPresent() ? this : with(content.disabledSince(Optional.of(now)));
    }

    /** Lets it be used again. */
    public Instance enable() {
        return disabledSince().isEmpty() ? this : with(content.disabledSince(Optional.empty()));
    }

    /** Takes note of whether the vendor lets it in. */
    public Instance authorization(Authorization now) {
        return with(content.authorization(now));
    }

    private Instance with(Content changed) {
        return new Instance(id, owner, createdAt, token, version, changed, renamed);
    }

    /** Whether everything that can change is the same in both. */
    public boolean isSameAs(Instance other) {
        return id.equals(other.id) && content.equals(other.content);
    }

    /** Its number. */
    public InstanceId id() {
        return id;
    }

    /** Whose it is. */
    public Owner owner() {
        return owner;
    }

    /** When it was made. */
    public Instant createdAt() {
        return createdAt;
    }

    /** What an application calls the vendor with. */
    public InstanceToken token() {
        return token;
    }

    /**
     * How often it has been replaced in its store: who replaces it names the version that was read.
     */
    public long version() {
        return version;
    }

    /** The element that it was made from. */
    public ElementId element() {
        return content.element();
    }

    /** What its owner calls it. */
    public InstanceName name() {
        return content.name();
    }

    /** What it is found by, in the owner's order. */
    public List<Tag> tags() {
        return content.tags();
    }

    /** What it holds of its own; the element's defaults are not among it. */
    public Settings settings() {
        return content.settings();
    }

    /** What its owner chose beside its configuration. */
    public Preferences preferences() {
        return content.preferences();
    }

    /** Since when its owner has it disabled, if so. */
    public Optional<Instant> disabledSince() {
        return content.disabledSince();
    }

    /** Whether the vendor lets it in. */
    public Authorization authorization() {
        return content.authorization();
    }

    /** What its application renames, by those names in their order. */
    public List<RenamedObject> renamed() {
        return renamed;
    }

    /** By number: two readings of one instance are the same instance. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Instance that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "Instance[" + id + " of element " + element() + "]";
    }
}
