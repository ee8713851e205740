package io.valence.domain.instance;

import io.valence.domain.authorization.Tokens;

import java.time.Instant;
import java.util.Optional;

/**
 * Tokens that begin a grant, or begin it anew after its owner consented again.
 *
 * @param refreshAt when to renew them ahead of time, if ever
 * @param attempt how they were had, for the ledger
 */
public record FirstGrant(Tokens tokens, Optional<Instant> refreshAt, Attempt attempt) {}
