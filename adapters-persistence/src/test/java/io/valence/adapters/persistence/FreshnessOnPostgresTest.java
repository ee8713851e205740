package io.valence.adapters.persistence;

final class FreshnessOnPostgresTest extends OnPostgres implements Freshness {}
