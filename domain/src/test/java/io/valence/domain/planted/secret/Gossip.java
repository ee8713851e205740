package io.valence.domain.planted.secret;

import io.valence.domain.planted.instance.Listener;

/** A secret that knows the instance: it looks to the right. */
public record Gossip(Listener listener) {}
