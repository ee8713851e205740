package io.valence.adapters.persistence;

import io.valence.domain.account.Accounts;
import io.valence.testkit.contract.AccountsContract;

final class CachedAccountsOnPostgresTest extends OnPostgres implements AccountsContract {
    @Override
    public Accounts accounts() {
        return persistence().callers();
    }

    @Override
    public Accounts untouchedAccounts() {
        return newPersistence().callers();
    }
}
