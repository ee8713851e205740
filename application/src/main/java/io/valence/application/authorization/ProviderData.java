package io.valence.application.authorization;

import io.valence.domain.secret.Secret;

import java.util.Optional;

/**
 * What the vendor sent a user back with.
 *
 * @param code what consent brought
 * @param state what the question was sent with
 * @param error in place of a code, if the user or the vendor said no (RFC 6749, section 4.1.2.1)
 * @param errorDescription the vendor's words for it
 * @param debug whether what is said to the vendor with it is to be kept
 */
public record ProviderData(
        Optional<Secret> code,
        Optional<String> state,
        Optional<String> error,
        Optional<String> errorDescription,
        boolean debug) {
    private static final ProviderData NONE =
            new ProviderData(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** One of which nothing is kept. */
    public ProviderData(
            Optional<Secret> code,
            Optional<String> state,
            Optional<String> error,
            Optional<String> errorDescription) {
        this(code, state, error, errorDescription, false);
    }

    /** Nothing came back. */
    public static ProviderData none() {
        return NONE;
    }

    /** Whether it says yes or no to a question. */
    public boolean isAnAnswer() {
        return code.isPresent() || error.isPresent();
    }
}
