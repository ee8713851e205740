package io.valence.application.call;

import io.valence.domain.instance.InstanceId;
import io.valence.domain.instance.InstanceToken;

/** How a caller names the instance that a call goes through. */
public sealed interface Through {
    /** By its number. */
    record ById(InstanceId id) implements Through {}

    /** By its token. */
    record ByToken(InstanceToken token) implements Through {}
}
