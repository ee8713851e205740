package io.valence.application.call;

import io.valence.domain.call.Credentials;
import io.valence.domain.configuration.UnlockedConfiguration;

import java.net.URI;

/** Whether a connection leads to its vendor. */
sealed interface Passage {
    /** To this address, with these credentials. */
    record Open(URI base, Credentials credentials, UnlockedConfiguration configuration)
            implements Passage {}

    /** It does not, for a reason. */
    record Closed(String reason) implements Passage {}
}
