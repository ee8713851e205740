package io.valence.testkit.memory;

import io.valence.testkit.contract.ConnectionsContract;

class InMemoryConnectionsTest extends InMemoryStore implements ConnectionsContract {}
