package io.valence.domain.authorization;

import io.valence.domain.secret.Secret;

import java.util.Optional;

/**
 * What the vendor gave a user who consented.
 *
 * @param callback the address that it came to, which the vendor compares
 * @param verifier the other half of the proof key, if the question had one
 */
public record AuthorizationCode(Secret code, String callback, Optional<Secret> verifier) {}
