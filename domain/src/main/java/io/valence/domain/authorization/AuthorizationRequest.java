package io.valence.domain.authorization;

import io.valence.domain.secret.Secret;

import java.net.URI;
import java.util.Optional;

/**
 * The question that a user is sent to the vendor with (RFC 6749, section 4.1.1).
 *
 * @param address the vendor's page
 * @param callback where the vendor sends the user back to
 * @param state what comes back with the answer
 * @param verifier what the code can be had for alone, if the vendor takes proof keys (RFC 7636)
 */
public record AuthorizationRequest(
        URI address,
        Secret clientId,
        String callback,
        String state,
        Optional<String> scope,
        Optional<Secret> verifier) {}
