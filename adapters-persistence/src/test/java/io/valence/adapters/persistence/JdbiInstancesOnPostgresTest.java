package io.valence.adapters.persistence;

import io.valence.testkit.contract.InstancesContract;

final class JdbiInstancesOnPostgresTest extends OnPostgres implements InstancesContract {}
