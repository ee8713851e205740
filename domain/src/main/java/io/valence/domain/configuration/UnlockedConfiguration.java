package io.valence.domain.configuration;

import io.valence.domain.secret.Secret;

import java.net.URI;
import java.util.Optional;

/** A configuration together with its secrets: what a vendor is spoken to with. */
public record UnlockedConfiguration(ResolvedConfiguration configuration, Secrets secrets) {
    /** The text of this entry, if it has one that may be seen and that is not blank. */
    public Optional<String> text(ConfigurationKey key) {
        return configuration.text(key).filter(text -> !text.isBlank());
    }

    /** Whether this entry is set to yes. */
    public boolean isYes(ConfigurationKey key) {
        return text(key).filter(text -> text.equals("true") || text.equals("yes")).isPresent();
    }

    /** The secret of this entry: the instance's own, else the element's. */
    public Optional<Secret> secret(ConfigurationKey key) {
        Optional<Secret> own = secrets.find(key);
        return own.isPresent() ? own : defaultOf(key);
    }

    private Optional<Secret> defaultOf(ConfigurationKey key) {
        return configuration
                .schema()
                .entry(key)
                .filter(ConfigurationEntry::isSecret)
                .flatMap(ConfigurationEntry::defaultValue)
                .filter(text -> !text.isEmpty())
                .map(Secret::of);
    }

    /**
     * The address that this entry names, its placeholders filled. None if it names none: then the
     * element's file or the configuration is wrong.
     */
    public Optional<URI> address(ConfigurationKey key) {
        return text(key).flatMap(Template::parse).flatMap(template -> template.address(this::text));
    }

    /**
     * Whether a secret of the element's own would go to an address that the instance's owner chose:
     * the element's secrets are not the owner's.
     */
    public boolean wouldGiveAway(ConfigurationKey secret, ConfigurationKey address) {
        boolean ownAddress =
                configuration
                        .setting(address)
                        .filter(
                                setting ->
                                        setting instanceof Setting.Plain plain
                                                && plain.origin() == Origin.SUPPLIED)
                        .isPresent();
        return ownAddress && secrets.find(secret).isEmpty() && defaultOf(secret).isPresent();
    }
}
