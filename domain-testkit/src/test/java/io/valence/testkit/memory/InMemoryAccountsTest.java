package io.valence.testkit.memory;

import io.valence.domain.account.Accounts;
import io.valence.testkit.contract.AccountsContract;

class InMemoryAccountsTest implements AccountsContract {
    private final Accounts accounts = new InMemoryAccounts();

    @Override
    public Accounts accounts() {
        return accounts;
    }

    @Override
    public Accounts untouchedAccounts() {
        return new InMemoryAccounts();
    }
}
