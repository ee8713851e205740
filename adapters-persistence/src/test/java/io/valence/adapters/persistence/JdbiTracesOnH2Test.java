package io.valence.adapters.persistence;

import io.valence.testkit.contract.TracesContract;

final class JdbiTracesOnH2Test extends OnH2 implements TracesContract {}
