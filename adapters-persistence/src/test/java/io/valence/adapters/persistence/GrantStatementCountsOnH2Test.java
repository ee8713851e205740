package io.valence.adapters.persistence;

final class GrantStatementCountsOnH2Test extends OnH2 implements GrantStatementCounts {}
