package io.valence.domain.configuration;

import java.util.Optional;
import java.util.Set;

/**
 * One thing that an element asks for.
 *
 * @param description what it is, for people; the hint of a problem
 * @param defaultValue what holds when nothing is supplied; {@code ""} is a default, absence is none
 * @param required whether a value must be supplied; independent of the default, which fulfils it
 * @param active inactive entries are ignored
 * @param markedSecret whether it is secret for a reason of its own, see {@link #isSecret}
 */
public record ConfigurationEntry(
        EntryId id,
        ConfigurationKey key,
        String name,
        String description,
        ValueType type,
        Format format,
        Optional<String> defaultValue,
        boolean required,
        boolean active,
        boolean markedSecret,
        Presentation presentation) {
    /**
     * Secret whatever their type says: what a vendor's answer or an application's registration
     * hands over.
     */
    private static final Set<String> ALWAYS_SECRET =
            Set.of(
                    "oauth.user.token",
                    "oauth.user.refresh_token",
                    "oauth.user.token.secret",
                    "oauth.api.key",
                    "oauth.api.secret",
                    "aws.api.key",
                    "aws.api.secret",
                    "event.notification.signature.key",
                    "event.notification.callback.headers");

    /** An entry that must be supplied. */
    public static ConfigurationEntry required(long id, String key, ValueType type) {
        return plain(id, key, type, true);
    }

    /** An entry that may be left out. */
    public static ConfigurationEntry optional(long id, String key, ValueType type) {
        return plain(id, key, type, false);
    }

    private static ConfigurationEntry plain(long id, String key, ValueType type, boolean required) {
        return new ConfigurationEntry(
                new EntryId(id),
                new ConfigurationKey(key),
                key,
                "",
                type,
                Format.ANY,
                Optional.empty(),
                required,
                true,
                false,
                Presentation.ordinary(1));
    }

    /** The same entry with this description. */
    public ConfigurationEntry describedAs(String text) {
        return with(text, defaultValue, format);
    }

    /** The same entry with this default. */
    public ConfigurationEntry withDefault(String text) {
        return with(description, Optional.of(text), format);
    }

    /** The same entry for values of this format. */
    public ConfigurationEntry inFormat(Format wanted) {
        return with(description, defaultValue, wanted);
    }

    private ConfigurationEntry with(String text, Optional<String> ifAbsent, Format wanted) {
        return new ConfigurationEntry(
                id,
                key,
                name,
                text,
                type,
                wanted,
                ifAbsent,
                required,
                active,
                markedSecret,
                presentation);
    }

    /** Whether its value is kept in the vault and masked in every answer. */
    public boolean isSecret() {
        return markedSecret
                || type instanceof ValueType.SecretText
                || ALWAYS_SECRET.contains(key.value());
    }

    /** The most characters a value may have: the vendor decides on what it fills itself. */
    int maximum() {
        return key.isFilledByVendor() ? ValueType.LONGEST : type.maximum();
    }

    /** What is wrong with this text by the entry's format, if something is. */
    Optional<Problem> objectionByFormat(String text) {
        Optional<Problem> objection = format.objectionTo(Place.entry(key), text);
        return isSecret()
                        && objection.isPresent()
                        && objection.get() instanceof Problem.NotAHost host
                ? Optional.of(host.withoutProposal())
                : objection;
    }

    /** The setting that holds when nothing is supplied. */
    Setting absent() {
        if (defaultValue.isEmpty()) {
            return new Setting.Unset();
        }
        return isSecret()
                ? new Setting.Hidden(Origin.DEFAULT)
                : new Setting.Plain(defaultValue.get(), Origin.DEFAULT);
    }

    /** Its number and key alone: the default of a secret entry is a secret too. */
    @Override
    public String toString() {
        return "ConfigurationEntry[" + id + " " + key + "]";
    }
}
