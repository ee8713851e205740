package io.valence.testkit.memory;

import io.valence.domain.authorization.PendingAuthorizations;
import io.valence.testkit.contract.PendingAuthorizationsContract;

class InMemoryPendingAuthorizationsTest implements PendingAuthorizationsContract {
    private final PendingAuthorizations pending = new InMemoryPendingAuthorizations();

    @Override
    public PendingAuthorizations pendingAuthorizations() {
        return pending;
    }
}
