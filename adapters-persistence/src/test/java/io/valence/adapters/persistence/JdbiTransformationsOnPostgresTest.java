package io.valence.adapters.persistence;

import io.valence.testkit.contract.TransformationsContract;

final class JdbiTransformationsOnPostgresTest extends OnPostgres
        implements TransformationsContract {}
