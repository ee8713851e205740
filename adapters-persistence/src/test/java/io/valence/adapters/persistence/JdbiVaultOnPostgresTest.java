package io.valence.adapters.persistence;

import io.valence.testkit.contract.VaultContract;

final class JdbiVaultOnPostgresTest extends OnPostgres implements VaultContract {}
