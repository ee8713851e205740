package io.valence.domain.planted.instance;

import io.valence.domain.planted.secret.Gossip;

import java.util.List;

/** The other half of a cycle. */
public record Listener(List<Gossip> heard) {}
