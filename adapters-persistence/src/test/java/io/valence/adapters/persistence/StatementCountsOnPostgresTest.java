package io.valence.adapters.persistence;

final class StatementCountsOnPostgresTest extends OnPostgres implements StatementCounts {}
