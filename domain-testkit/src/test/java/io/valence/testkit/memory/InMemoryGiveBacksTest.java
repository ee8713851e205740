package io.valence.testkit.memory;

import io.valence.testkit.contract.GiveBacksContract;

class InMemoryGiveBacksTest extends InMemoryStore implements GiveBacksContract {}
