package io.valence.adapters.persistence;

import io.valence.testkit.contract.InstancesContract;

final class JdbiInstancesOnH2Test extends OnH2 implements InstancesContract {}
