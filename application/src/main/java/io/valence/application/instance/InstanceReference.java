package io.valence.application.instance;

import io.valence.domain.element.ElementReference;
import io.valence.domain.instance.InstanceId;
import io.valence.domain.instance.InstanceToken;

import java.util.Optional;

/** How a caller names an instance of its organization. */
public sealed interface InstanceReference {
    /** By number. */
    record ById(InstanceId id) implements InstanceReference {}

    /** By number, below an element, which it must be of. */
    record OfElement(ElementReference element, InstanceId id) implements InstanceReference {}

    /** By its token. */
    record ByToken(InstanceToken token) implements InstanceReference {}

    /** The number, where it is named by one. */
    default Optional<InstanceId> number() {
        return switch (this) {
            case ById(var id) -> Optional.of(id);
            case OfElement(var element, var id) -> Optional.of(id);
            case ByToken(var token) -> Optional.empty();
        };
    }
}
