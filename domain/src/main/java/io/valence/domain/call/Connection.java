package io.valence.domain.call;

import io.valence.domain.configuration.Secrets;
import io.valence.domain.configuration.UnlockedConfiguration;
import io.valence.domain.element.Element;
import io.valence.domain.instance.Grant;
import io.valence.domain.instance.Instance;

import java.util.Optional;

/**
 * Everything that a call through an instance needs of it.
 *
 * @param secrets the instance's own; its tokens are in the grant
 */
public record Connection(Instance instance, Secrets secrets, Optional<Grant> grant) {
    /**
     * What the vendor is spoken to with, as this element, which the instance is of, asks for it.
     */
    public UnlockedConfiguration configuration(Element element) {
        return new UnlockedConfiguration(element.schema().resolve(instance.settings()), secrets);
    }
}
