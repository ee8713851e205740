package io.valence.testkit.memory;

import io.valence.domain.account.Accounts;
import io.valence.domain.call.Connections;
import io.valence.domain.instance.GiveBacks;
import io.valence.domain.instance.Grants;
import io.valence.domain.instance.Instances;
import io.valence.domain.instance.Vault;
import io.valence.domain.trace.Traces;
import io.valence.domain.transformation.Transformations;
import io.valence.testkit.sample.SampleClock;
import io.valence.testkit.sample.SampleTokens;

import java.time.Duration;

/** A store in memory, and the clock that it goes by. */
abstract class InMemoryStore {
    private final Accounts accounts = new InMemoryAccounts();
    private final SampleClock clock = new SampleClock(SampleTokens.OBTAINED_AT);
    private final InMemoryInstances instances = new InMemoryInstances(clock);

    public Accounts accounts() {
        return accounts;
    }

    public Instances instances() {
        return instances;
    }

    public Vault vault() {
        return instances.vault();
    }

    public Grants grants() {
        return instances.grants();
    }

    public GiveBacks giveBacks() {
        return instances.giveBacks();
    }

    public Transformations transformations() {
        return instances.transformations();
    }

    public Traces traces() {
        return instances.traces();
    }

    public Connections connections() {
        return instances.connections();
    }

    public void pass(Duration time) {
        clock.pass(time);
    }
}
