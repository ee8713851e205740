package io.valence.adapters.persistence;

import io.valence.testkit.contract.TransformationsContract;

final class JdbiTransformationsOnH2Test extends OnH2 implements TransformationsContract {}
