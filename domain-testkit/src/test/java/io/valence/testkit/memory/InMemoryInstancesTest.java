package io.valence.testkit.memory;

import io.valence.domain.account.Accounts;
import io.valence.domain.instance.Instances;
import io.valence.domain.instance.Vault;
import io.valence.testkit.contract.InstancesContract;

class InMemoryInstancesTest implements InstancesContract {
    private final Accounts accounts = new InMemoryAccounts();
    private final InMemoryInstances instances = new InMemoryInstances();

    @Override
    public Instances instances() {
        return instances;
    }

    @Override
    public Vault vault() {
        return instances.vault();
    }

    @Override
    public Accounts accounts() {
        return accounts;
    }
}
