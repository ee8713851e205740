package io.valence.adapters.persistence;

import io.valence.testkit.contract.GrantsContract;

final class JdbiGrantsOnH2Test extends OnH2 implements GrantsContract {}
