package io.valence.adapters.persistence;

import io.valence.testkit.contract.GiveBacksContract;

final class JdbiGiveBacksOnH2Test extends OnH2 implements GiveBacksContract {}
