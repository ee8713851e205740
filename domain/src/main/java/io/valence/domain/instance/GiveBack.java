package io.valence.domain.instance;

import io.valence.domain.authorization.OAuthClient;
import io.valence.domain.authorization.Tokens;

import java.time.Instant;

/**
 * Tokens that a vendor is to be told are no longer needed.
 *
 * @param until when to stop trying
 */
public record GiveBack(OAuthClient client, Tokens tokens, Instant until) {}
