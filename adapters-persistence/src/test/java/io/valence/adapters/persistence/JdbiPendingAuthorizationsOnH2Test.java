package io.valence.adapters.persistence;

import io.valence.testkit.contract.PendingAuthorizationsContract;

final class JdbiPendingAuthorizationsOnH2Test extends OnH2
        implements PendingAuthorizationsContract {}
