package io.valence.testkit.memory;

import io.valence.testkit.contract.TracesContract;

class InMemoryTracesTest extends InMemoryStore implements TracesContract {}
