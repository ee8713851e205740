package io.valence.testkit.sample;

import io.valence.domain.authentication.AuthenticationScheme;
import io.valence.domain.configuration.ConfigurationEntry;
import io.valence.domain.configuration.ConfigurationKey;
import io.valence.domain.configuration.ConfigurationSchema;
import io.valence.domain.element.CheckCall;
import io.valence.domain.element.Element;
import io.valence.domain.element.ElementId;
import io.valence.domain.element.ElementKey;
import io.valence.domain.resource.Parameter;
import io.valence.domain.resource.VendorApi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An element in the making that begins as another one: each word changes it. */
public final class SampleElement {
    private final Element original;
    private final List<ConfigurationEntry> entries;
    private ElementId id;
    private Set<ElementId> aliases;
    private ElementKey key;
    private AuthenticationScheme scheme;
    private List<Parameter> parameters;
    private Optional<CheckCall> check;
    private VendorApi api;

    private SampleElement(Element original) {
        this.original = original;
        this.entries = new ArrayList<>(original.schema().entries());
        this.id = original.id();
        this.aliases = original.aliases();
        this.key = original.key();
        this.scheme = original.scheme();
        this.parameters = original.parameters();
        this.check = original.check();
        this.api = original.api();
    }

    /** One that is like this until it is changed. */
    public static SampleElement like(Element original) {
        return new SampleElement(original);
    }

    /** Called this. */
    public SampleElement called(long number, String name) {
        id = new ElementId(number);
        aliases = Set.of();
        key = new ElementKey(name);
        return this;
    }

    /** Authenticating in this way. */
    public SampleElement authenticatedBy(AuthenticationScheme way) {
        scheme = way;
        return this;
    }

    /** With these values in every call, and no others. */
    public SampleElement sending(Parameter... values) {
        parameters = List.of(values);
        return this;
    }

    /** Checked by a call to this path. */
    public SampleElement checkedBy(String path) {
        check = Optional.of(new CheckCall(path));
        return this;
    }

    /** Checked by a call to this path, and not before an instance is stored. */
    public SampleElement pingedBy(String path) {
        check = Optional.of(new CheckCall(path, false));
        return this;
    }

    /** Of a vendor with this API. */
    public SampleElement offering(VendorApi other) {
        api = other;
        return this;
    }

    /** With this entry, in place of the one of its key if there is one. */
    public SampleElement with(ConfigurationEntry entry) {
        entries.removeIf(one -> one.key().equals(entry.key()));
        entries.add(entry);
        return this;
    }

    /** With this default for an entry that it has. */
    public SampleElement withDefault(String name, String text) {
        ConfigurationKey wanted = new ConfigurationKey(name);
        entries.replaceAll(entry -> entry.key().equals(wanted) ? entry.withDefault(text) : entry);
        return this;
    }

    /** Without these entries. */
    public SampleElement without(String... names) {
        for (String name : names) {
            entries.removeIf(entry -> entry.key().value().equals(name));
        }
        return this;
    }

    /** The element. */
    public Element element() {
        return new Element(
                id,
                aliases,
                key,
                original.name(),
                original.description(),
                original.hub(),
                original.image(),
                original.logo(),
                original.protocol(),
                scheme,
                ConfigurationSchema.of(entries),
                original.traits(),
                parameters,
                check,
                api);
    }
}
