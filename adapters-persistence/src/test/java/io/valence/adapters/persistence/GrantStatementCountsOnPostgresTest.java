package io.valence.adapters.persistence;

final class GrantStatementCountsOnPostgresTest extends OnPostgres implements GrantStatementCounts {}
