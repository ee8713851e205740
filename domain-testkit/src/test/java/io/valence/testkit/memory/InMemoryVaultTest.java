package io.valence.testkit.memory;

import io.valence.testkit.contract.VaultContract;

class InMemoryVaultTest extends InMemoryStore implements VaultContract {}
