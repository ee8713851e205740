package io.valence.testkit.memory;

import io.valence.testkit.contract.InstancesContract;

class InMemoryInstancesTest extends InMemoryStore implements InstancesContract {}
