package io.valence.adapters.persistence;

import io.valence.testkit.contract.ConnectionsContract;

final class CachedConnectionsOnPostgresTest extends OnPostgres implements ConnectionsContract {}
