package io.valence.application.instance;

import io.valence.application.authorization.GiveTokensBack;
import io.valence.domain.account.User;
import io.valence.domain.authorization.OAuthClient;
import io.valence.domain.authorization.Tokens;
import io.valence.domain.call.Connection;
import io.valence.domain.call.Connections;
import io.valence.domain.element.Elements;
import io.valence.domain.instance.GiveBack;
import io.valence.domain.instance.Grant;
import io.valence.domain.instance.Instance;
import io.valence.domain.instance.InstanceId;
import io.valence.domain.instance.Instances;
import io.valence.domain.instance.Removal;

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
        Optional<Connection> found =
                connections
                        .read(id)
                        .filter(
                                one ->
                                        one.instance()
                                                .owner()
                                                .organization()
                                                .equals(caller.organization()));
        Optional<Grant> grant = found.flatMap(Connection::grant);
        Optional<OAuthClient> client =
                grant.flatMap(has -> client(found.orElseThrow()))
                        .filter(one -> one.revokeUrl().isPresent());
        if (client.isEmpty()) {
            return instances.remove(caller.organization(), id);
        }
        Tokens tokens = grant.orElseThrow().tokens();
        GiveBack giveBack = GiveTokensBack.order(client.get(), tokens, time.instant());
        Removal removal =
                instances.remove(caller.organization(), id, grant.get().generation(), giveBack);
        // If they were renewed meanwhile, it is the newer tokens that are to be given back.
        return removal == Removal.STALE ? delete(caller, id) : removal == Removal.REMOVED;
    }

    private Optional<OAuthClient> client(Connection connection) {
        return elements.get(connection.instance().element())
                .flatMap(element -> OAuthClient.of(connection.configuration(element)));
    }
}
