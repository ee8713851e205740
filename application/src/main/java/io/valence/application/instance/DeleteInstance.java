package io.valence.application.instance;

import io.valence.application.authorization.GiveTokensBack;
import io.valence.domain.account.User;
import io.valence.domain.authorization.OAuthClient;
import io.valence.domain.call.Connection;
import io.valence.domain.call.Connections;
import io.valence.domain.element.Elements;
import io.valence.domain.instance.GiveBack;
import io.valence.domain.instance.Instance;
import io.valence.domain.instance.InstanceId;
import io.valence.domain.instance.Instances;

import java.time.InstantSource;
import java.util.Optional;

/**
 * Removes an instance; its token is void at once. What the vendor handed out for it is given back
 * later, if the vendor takes it back.
 */
public final class DeleteInstance {
    private final Elements elements;
    private final Instances instances;
    private final Connections connections;
    private final InstantSource time;

    /** A use case over these instances. */
    public DeleteInstance(
            Elements elements, Instances instances, Connections connections, InstantSource time) {
        this.elements = elements;
        this.instances = instances;
        this.connections = connections;
        this.time = time;
    }

    /**
     * Removes it; says whether the organization had it. Clients of the hosted platform name any
     * element before the number, so the number alone decides.
     */
    public boolean delete(User caller, InstanceReference reference) {
        Optional<InstanceId> id =
                switch (reference) {
                    case InstanceReference.ById(var number) -> Optional.of(number);
                    case InstanceReference.OfElement(var element, var number) ->
                            Optional.of(number);
                    case InstanceReference.ByToken(var token) ->
                            instances.find(caller.organization(), token).map(Instance::id);
                };
        return id.isPresent() && delete(caller, id.get());
    }

    private boolean delete(User caller, InstanceId id) {
        Optional<GiveBack> giveBack =
                connections
                        .read(id)
                        .filter(
                                found ->
                                        found.instance()
                                                .owner()
                                                .organization()
                                                .equals(caller.organization()))
                        .flatMap(this::giveBack);
        return giveBack.isPresent()
                ? instances.remove(caller.organization(), id, giveBack.get())
                : instances.remove(caller.organization(), id);
    }

    private Optional<GiveBack> giveBack(Connection connection) {
        return connection
                .grant()
                .flatMap(
                        grant ->
                                client(connection)
                                        .filter(client -> client.revokeUrl().isPresent())
                                        .map(
                                                client ->
                                                        new GiveBack(
                                                                client,
                                                                grant.tokens(),
                                                                time.instant()
                                                                        .plus(
                                                                                GiveTokensBack
                                                                                        .PATIENCE))));
    }

    private Optional<OAuthClient> client(Connection connection) {
        return elements.get(connection.instance().element())
                .flatMap(element -> OAuthClient.of(connection.configuration(element)));
    }
}
