package io.valence.application.instance;

import io.valence.domain.configuration.ResolvedConfiguration;
import io.valence.domain.element.Element;
import io.valence.domain.instance.Instance;

/** An instance beside the element that it was made from, as every answer shows it. */
public record ConnectedInstance(Instance instance, Element element) {
    /** Every entry of the element with what it is set to. */
    public ResolvedConfiguration configuration() {
        return element.schema().resolve(instance.settings());
    }
}
