package io.valence.testkit.memory;

import io.valence.testkit.contract.TransformationsContract;

class InMemoryTransformationsTest extends InMemoryStore implements TransformationsContract {}
