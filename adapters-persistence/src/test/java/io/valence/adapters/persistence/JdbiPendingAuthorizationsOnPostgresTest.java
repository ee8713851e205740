package io.valence.adapters.persistence;

import io.valence.testkit.contract.PendingAuthorizationsContract;

final class JdbiPendingAuthorizationsOnPostgresTest extends OnPostgres
        implements PendingAuthorizationsContract {}
