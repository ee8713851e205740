package io.valence.domain.instance;

import java.time.Instant;

/** Whether the vendor still lets the instance in. */
public sealed interface Authorization {
    /** As far as anyone knows, it does. */
    record Sound() implements Authorization {}

    /** It does not, and a person has to mend it. */
    record Broken(String reason, Instant since) implements Authorization {}
}
