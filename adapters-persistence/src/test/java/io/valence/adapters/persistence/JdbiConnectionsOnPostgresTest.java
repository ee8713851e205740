package io.valence.adapters.persistence;

import io.valence.domain.call.Connections;
import io.valence.testkit.contract.ConnectionsContract;

final class JdbiConnectionsOnPostgresTest extends OnPostgres implements ConnectionsContract {
    @Override
    public Connections connections() {
        return persistence().storedConnections();
    }
}
