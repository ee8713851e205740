package io.valence.domain.configuration;

import java.util.Optional;

/** Something worth saying about a request and not worth refusing it. */
public sealed interface Notice {
    /** The key that it is about, as the caller wrote it. */
    String key();

    /** A key that the element does not have: neither stored nor returned. */
    record Unknown(String key, Optional<ConfigurationKey> didYouMean) implements Notice {}
}
