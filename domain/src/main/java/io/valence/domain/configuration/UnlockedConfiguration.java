package io.valence.domain.configuration;

import io.valence.domain.secret.Secret;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
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

    /** All secrets that there are, of the instance and of the element. */
    public List<Secret> everySecret() {
        List<Secret> all = new ArrayList<>(secrets.asMap().values());
        for (ConfigurationKey key : configuration.schema().keys()) {
            if (secrets.find(key).isEmpty()) {
                defaultOf(key).ifPresent(all::add);
            }
        }
        return all;
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
        return secrets.find(secret).isEmpty()
                && defaultOf(secret).isPresent()
                && (isSupplied(address) || isLedBySupplied(address));
    }

    private boolean isSupplied(ConfigurationKey key) {
        return configuration
                .setting(key)
                .filter(
                        setting ->
                                setting instanceof Setting.Plain plain
                                        && plain.origin() == Origin.SUPPLIED)
                .isPresent();
    }

    /**
     * Whether what the owner supplied for placeholders decides on the domain. A part of its host,
     * such as a customer's name before the vendor's domain, does not.
     */
    private boolean isLedBySupplied(ConfigurationKey address) {
        Optional<Template> template = text(address).flatMap(Template::parse);
        if (template.isEmpty()
                || template.get().placeholders().stream().noneMatch(this::isSupplied)) {
            return false;
        }
        Optional<String> one = domain(template.get(), "one.example");
        return one.isEmpty() || !one.equals(domain(template.get(), "two.invalid"));
    }

    /** The last two labels of the host, with this in place of what the owner supplied. */
    private Optional<String> domain(Template template, String filler) {
        return template.address(key -> isSupplied(key) ? Optional.of(filler) : text(key))
                .map(URI::getHost)
                .map(host -> host.substring(1 + host.lastIndexOf('.', host.lastIndexOf('.') - 1)));
    }
}
