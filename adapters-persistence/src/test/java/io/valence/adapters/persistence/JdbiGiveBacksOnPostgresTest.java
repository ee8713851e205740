package io.valence.adapters.persistence;

import io.valence.testkit.contract.GiveBacksContract;

final class JdbiGiveBacksOnPostgresTest extends OnPostgres implements GiveBacksContract {}
