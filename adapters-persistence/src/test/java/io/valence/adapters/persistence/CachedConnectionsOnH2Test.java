package io.valence.adapters.persistence;

import io.valence.testkit.contract.ConnectionsContract;

final class CachedConnectionsOnH2Test extends OnH2 implements ConnectionsContract {}
