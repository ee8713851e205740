package io.valence.adapters.persistence;

import io.valence.testkit.contract.GrantsContract;

final class JdbiGrantsOnPostgresTest extends OnPostgres implements GrantsContract {}
