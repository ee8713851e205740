package io.valence.adapters.persistence;

import io.valence.testkit.contract.TracesContract;

final class JdbiTracesOnPostgresTest extends OnPostgres implements TracesContract {}
