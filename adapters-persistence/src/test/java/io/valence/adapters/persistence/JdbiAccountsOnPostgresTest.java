package io.valence.adapters.persistence;

import io.valence.testkit.contract.AccountsContract;

final class JdbiAccountsOnPostgresTest extends OnPostgres implements AccountsContract {}
