package io.valence.domain.call;

import io.valence.domain.account.OrganizationId;
import io.valence.domain.instance.InstanceId;
import io.valence.domain.instance.InstanceToken;

import java.util.Optional;

/**
 * Instances as calls need them: read often, so an answer may be up to two seconds old, but never
 * older than what this server process itself has written.
 */
public interface Connections {
    /** The connection of this token, if it belongs to the organization. */
    Optional<Connection> find(OrganizationId organization, InstanceToken token);

    /** The connection of this instance, if it belongs to the organization. */
    Optional<Connection> find(OrganizationId organization, InstanceId id);

    /** The connection of this instance as it is stored now, whosever it is. */
    Optional<Connection> read(InstanceId id);
}
