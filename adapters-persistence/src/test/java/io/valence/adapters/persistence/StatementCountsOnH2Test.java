package io.valence.adapters.persistence;

final class StatementCountsOnH2Test extends OnH2 implements StatementCounts {}
