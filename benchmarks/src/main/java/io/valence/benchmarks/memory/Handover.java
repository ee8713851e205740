package io.valence.benchmarks.memory;

import io.valence.domain.account.OrganizationId;
import io.valence.domain.call.Connection;
import io.valence.domain.call.Connections;
import io.valence.domain.instance.InstanceId;
import io.valence.domain.instance.InstanceToken;
import io.valence.domain.secret.Fingerprint;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Connections that are given away: each once, and then whoever got it is all that holds it. */
final class Handover implements Connections {
    private final Map<Fingerprint, Connection> left = new ConcurrentHashMap<>();

    void add(Connection connection) {
        left.put(connection.instance().token().fingerprint(), connection);
    }

    int left() {
        return left.size();
    }

    @Override
    public Optional<Connection> find(OrganizationId organization, InstanceToken token) {
        return Optional.ofNullable(left.remove(token.fingerprint()));
    }

    @Override
    public Optional<Connection> find(OrganizationId organization, InstanceId id) {
        return Optional.empty();
    }

    @Override
    public Optional<Connection> read(InstanceId id) {
        return Optional.empty();
    }
}
