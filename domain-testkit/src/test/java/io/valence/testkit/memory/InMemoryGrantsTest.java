package io.valence.testkit.memory;

import io.valence.testkit.contract.GrantsContract;

class InMemoryGrantsTest extends InMemoryStore implements GrantsContract {}
