package io.valence.testkit.memory;

import io.valence.domain.account.OrganizationId;
import io.valence.domain.call.Connection;
import io.valence.domain.call.Connections;
import io.valence.domain.instance.Instance;
import io.valence.domain.instance.InstanceId;
import io.valence.domain.instance.InstanceToken;
import io.valence.domain.transformation.Transformation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The instances of {@link InMemoryInstances} as calls need them, never out of date. */
public final class InMemoryConnections implements Connections {
    private final InMemoryInstances instances;

    InMemoryConnections(InMemoryInstances instances) {
        this.instances = instances;
    }

    @Override
    public Optional<Connection> find(OrganizationId organization, InstanceToken token) {
        synchronized (instances) {
            return instances.find(organization, token).map(this::connection);
        }
    }

    @Override
    public Optional<Connection> find(OrganizationId organization, InstanceId id) {
        synchronized (instances) {
            return instances.find(organization, id).map(this::connection);
        }
    }

    @Override
    public Optional<Connection> read(InstanceId id) {
        synchronized (instances) {
            return instances.find(id).map(this::connection);
        }
    }

    private Connection connection(Instance instance) {
        Map<String, Transformation> byName = new HashMap<>();
        instances
                .transformations()
                .find(instance.id())
                .transformations()
                .forEach((name, transformation) -> byName.put(name.value(), transformation));
        return new Connection(
                instance,
                instances.secrets(instance.id()),
                instances.grants().find(instance.id()),
                byName);
    }
}
