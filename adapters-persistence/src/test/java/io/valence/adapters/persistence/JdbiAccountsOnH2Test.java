package io.valence.adapters.persistence;

import io.valence.testkit.contract.AccountsContract;

final class JdbiAccountsOnH2Test extends OnH2 implements AccountsContract {}
