package io.valence.application.instance;

import io.valence.domain.account.User;
import io.valence.domain.instance.Instance;
import io.valence.domain.instance.InstanceId;
import io.valence.domain.instance.Instances;

import java.util.Optional;

/** Removes an instance; its token is void at once. */
public final class DeleteInstance {
    private final Instances instances;

    /** A use case over these instances. */
    public DeleteInstance(Instances instances) {
        this.instances = instances;
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
        return id.isPresent() && instances.remove(caller.organization(), id.get());
    }
}
