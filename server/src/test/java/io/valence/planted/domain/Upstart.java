package io.valence.planted.domain;

import io.valence.planted.server.Veteran;

/** Knows the server. */
public record Upstart(Veteran veteran) {}
