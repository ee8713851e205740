package io.valence.adapters.persistence;

import io.valence.domain.account.Accounts;
import io.valence.testkit.contract.AccountsContract;

final class CachedAccountsOnH2Test extends OnH2 implements AccountsContract {
    @Override
    public Accounts accounts() {
        return persistence().callers();
    }

    @Override
    public Accounts untouchedAccounts() {
        return newPersistence().callers();
    }
}
