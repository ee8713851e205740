package io.valence.domain.authorization;

import io.valence.domain.secret.Secret;

import java.time.Instant;

/**
 * A question whose answer is awaited, and the half of the proof key that never left this server.
 */
public record Pending(Question question, Secret verifier, Instant expiresAt) {}
