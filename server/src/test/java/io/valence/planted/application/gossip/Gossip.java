package io.valence.planted.application.gossip;

import io.valence.planted.application.rumour.Rumour;

/** Knows who knows it. */
public record Gossip(Rumour rumour) {}
