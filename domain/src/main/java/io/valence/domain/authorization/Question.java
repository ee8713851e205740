package io.valence.domain.authorization;

import io.valence.domain.element.ElementId;
import io.valence.domain.secret.Fingerprint;
import io.valence.domain.secret.Secret;

/**
 * A question that a user is sent to a vendor with, as its answer must fit it. Callers choose states
 * as they like, so that it is all parts together which tell one question from another.
 *
 * @param clientId the fingerprint of the application's id
 */
public record Question(String state, ElementId element, Fingerprint clientId, String callback) {
    /** What the question is found by: no two have the same, since every part has its length. */
    public Fingerprint fingerprint() {
        StringBuilder whole = new StringBuilder();
        append(whole, state);
        append(whole, Long.toString(element.value()));
        append(whole, clientId.hex());
        append(whole, callback);
        return Secret.of(whole.toString()).fingerprint();
    }

    private static void append(StringBuilder whole, String part) {
        whole.append(part.length()).append(':').append(part);
    }
}
