package io.valence.domain.element;

import io.valence.domain.authentication.AuthenticationScheme;
import io.valence.domain.configuration.ConfigurationKey;
import io.valence.domain.configuration.ConfigurationSchema;
import io.valence.domain.configuration.ConfigurationValidator;
import io.valence.domain.resource.Parameter;
import io.valence.domain.resource.VendorApi;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A connector to one vendor's API: what it is called, how the vendor lets it in, and which entries
 * it asks for.
 *
 * @param aliases further numbers that it is found by
 * @param image where a console finds its picture, relative to the console
 * @param protocol how the vendor is spoken to, {@code http} for most
 * @param parameters what goes along with every call
 * @param check how to find out whether the vendor lets an instance in, if there is a cheap way
 * @param api what can be called through its instances
 */
public record Element(
        ElementId id,
        Set<ElementId> aliases,
        ElementKey key,
        String name,
        String description,
        String hub,
        String image,
        String logo,
        String protocol,
        AuthenticationScheme scheme,
        ConfigurationSchema schema,
        Set<Trait> traits,
        List<Parameter> parameters,
        Optional<CheckCall> check,
        VendorApi api) {
    public Element {
        aliases = Set.copyOf(aliases);
        parameters = List.copyOf(parameters);
        EnumSet<Trait> copy = EnumSet.noneOf(Trait.class);
        copy.addAll(traits);
        traits = Collections.unmodifiableSet(copy);
        for (ConfigurationKey read : scheme.reads()) {
            if (schema.entry(read).isEmpty()) {
                throw new IllegalArgumentException(
                        key + " authenticates by " + scheme.name() + " and has no entry " + read);
            }
        }
    }

    /** What stands in for an element that its instances outlived: nothing can be made from it. */
    public static Element removed(ElementId id) {
        return new Element(
                id,
                Set.of(),
                new ElementKey("removed-" + id),
                "Removed element " + id,
                "",
                "general",
                "",
                "",
                "http",
                new AuthenticationScheme.None(),
                ConfigurationSchema.of(),
                Set.of(Trait.DELETED),
                List.of(),
                Optional.empty(),
                VendorApi.UNKNOWN);
    }

    /** The judge of configurations for this element. */
    public ConfigurationValidator validator() {
        return new ConfigurationValidator(schema);
    }

    /** Whether the element has this property. */
    public boolean is(Trait trait) {
        return traits.contains(trait);
    }

    /** Whether this reference names the element. */
    public boolean answersTo(ElementReference reference) {
        if (reference instanceof ElementId number) {
            return number.equals(id) || aliases.contains(number);
        }
        return reference.equals(key);
    }
}
