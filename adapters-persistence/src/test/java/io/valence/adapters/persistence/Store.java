package io.valence.adapters.persistence;

import io.valence.domain.account.Accounts;
import io.valence.domain.account.User;
import io.valence.domain.instance.Instances;
import io.valence.domain.instance.Vault;
import io.valence.testkit.sample.SampleOrganization;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Deque;

/** A database of the test class's own, opened before its tests and closed after them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Store {
    private final Deque<JdbiPersistence> opened = new ArrayDeque<>();

    /** Settings of a database that is empty. */
    abstract DatabaseSettings emptyDatabase();

    @BeforeAll
    void open() {
        opened.push(newPersistence());
    }

    @AfterAll
    void close() {
        opened.forEach(JdbiPersistence::close);
    }

    private JdbiPersistence newPersistence() {
        return JdbiPersistence.connect(emptyDatabase()).open(MasterKey.mint(new SecureRandom()));
    }

    public JdbiPersistence persistence() {
        return opened.getLast();
    }

    public Accounts accounts() {
        return persistence().accounts();
    }

    public Accounts untouchedAccounts() {
        opened.push(newPersistence());
        return opened.getFirst().accounts();
    }

    public Instances instances() {
        return persistence().instances();
    }

    public Vault vault() {
        return persistence().vault();
    }

    public User newcomer() {
        return SampleOrganization.foundedIn(accounts()).user();
    }
}
