package io.valence.adapters.persistence;

import io.valence.testkit.contract.ConnectionsContract;

final class JdbiConnectionsOnPostgresTest extends OnPostgres implements ConnectionsContract {}
