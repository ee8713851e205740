package io.valence.adapters.persistence;

import io.valence.testkit.contract.VaultContract;

final class JdbiVaultOnH2Test extends OnH2 implements VaultContract {}
