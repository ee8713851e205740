package io.valence.domain.call;

import io.valence.domain.configuration.Secrets;
import io.valence.domain.configuration.UnlockedConfiguration;
import io.valence.domain.element.Element;
import io.valence.domain.instance.Grant;
import io.valence.domain.instance.Instance;
import io.valence.domain.transformation.Transformation;

import java.util.Map;
import java.util.Optional;

/**
 * Everything that a call through an instance needs of it.
 *
 * @param secrets the instance's own; its tokens are in the grant
 * @param transformations by what the application calls its records; of most instances none
 */
public record Connection(
        Instance instance,
        Secrets secrets,
        Optional<Grant> grant,
        Map<String, Transformation> transformations) {
    public Connection {
        transformations = Map.copyOf(transformations);
    }

    /** The same with this grant. */
    public Connection with(Grant renewed) {
        return new Connection(instance, secrets, Optional.of(renewed), transformations);
    }

    /**
     * What the vendor is spoken to with, as this element, which the instance is of, asks for it.
     */
    public UnlockedConfiguration configuration(Element element) {
        return new UnlockedConfiguration(element.schema().resolve(instance.settings()), secrets);
    }
}
