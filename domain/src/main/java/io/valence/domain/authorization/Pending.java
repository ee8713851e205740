package io.valence.domain.authorization;

import io.valence.domain.element.ElementId;
import io.valence.domain.secret.Fingerprint;
import io.valence.domain.secret.Secret;

import java.time.Instant;

/**
 * A question that a user was sent to a vendor with, and whose answer is awaited: what the answer
 * must fit, and the half of the proof key that never left this server.
 *
 * @param clientId the fingerprint of the application's id
 */
public record Pending(
        String state,
        ElementId element,
        Fingerprint clientId,
        String callback,
        Secret verifier,
        Instant expiresAt) {
    /** Whether an answer for this element, application and callback is the awaited one. */
    public boolean isFor(ElementId otherElement, Fingerprint otherClient, String otherCallback) {
        return element.equals(otherElement)
                && clientId.equals(otherClient)
                && callback.equals(otherCallback);
    }
}
