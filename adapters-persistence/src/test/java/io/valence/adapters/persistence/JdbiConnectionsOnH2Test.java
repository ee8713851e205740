package io.valence.adapters.persistence;

import io.valence.domain.call.Connections;
import io.valence.testkit.contract.ConnectionsContract;

final class JdbiConnectionsOnH2Test extends OnH2 implements ConnectionsContract {
    @Override
    public Connections connections() {
        return persistence().storedConnections();
    }
}
