package io.valence.adapters.persistence;

final class FreshnessOnH2Test extends OnH2 implements Freshness {}
