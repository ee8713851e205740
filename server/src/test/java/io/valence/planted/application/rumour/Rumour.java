package io.valence.planted.application.rumour;

import io.valence.planted.application.gossip.Gossip;

import java.util.List;

/** Is known by whom it knows. */
public record Rumour(List<Gossip> tellers) {}
