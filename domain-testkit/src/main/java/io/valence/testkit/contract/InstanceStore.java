package io.valence.testkit.contract;

import io.valence.domain.account.Accounts;
import io.valence.domain.account.User;
import io.valence.domain.instance.Instances;
import io.valence.domain.instance.Vault;
import io.valence.testkit.sample.SampleOrganization;

/** A store of instances as its contracts see it: three ports of one and the same store. */
public interface InstanceStore {
    /** The instances of the store. */
    Instances instances();

    /** The secrets of those instances. */
    Vault vault();

    /** The accounts of the store, in which the owners of those instances are. */
    Accounts accounts();

    /** The first user of an organization that was founded just now and has no instances. */
    default User newcomer() {
        return SampleOrganization.foundedIn(accounts()).user();
    }
}
