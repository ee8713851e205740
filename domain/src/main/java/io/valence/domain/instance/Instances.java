package io.valence.domain.instance;

import io.valence.domain.account.OrganizationId;
import io.valence.domain.configuration.SecretChanges;
import io.valence.domain.configuration.Secrets;

import java.util.Optional;

/**
 * Every instance, each together with its secrets, which go in here and come out of the {@link
 * Vault}.
 */
public interface Instances {
    /**
     * The next number: greater than every one given before. A number that is not used leaves a gap.
     */
    InstanceId nextId();

    /** Adds a new instance and its secrets: both or neither. */
    void add(Instance instance, Secrets secrets);

    /** Adds a new instance, its secrets and its grant: all or nothing. */
    void add(Instance instance, Secrets secrets, FirstGrant grant);

    /** The instance of this number, if it belongs to the organization. */
    Optional<Instance> find(OrganizationId organization, InstanceId id);

    /** The instance of this token, if it belongs to the organization. */
    Optional<Instance> find(OrganizationId organization, InstanceToken token);

    /** A page of an organization's instances, by ascending number. */
    InstancePage select(Selection selection);

    /**
     * Replaces an instance that is still of the version that was read, and changes its secrets:
     * both or neither. Afterwards its version is one higher. Its authorization stays as it is
     * stored, and so does its grant with the settings that show it.
     */
    Replacement replace(Instance changed, SecretChanges secrets);

    /**
     * Replaces an instance like {@link #replace(Instance, SecretChanges)}, and its grant, or gives
     * it one; the instance is sound afterwards: all or nothing. Nobody's turn to renew the earlier
     * tokens is left.
     */
    Replacement replace(Instance changed, SecretChanges secrets, FirstGrant grant);

    /**
     * Removes an instance with its secrets and its grant, if it belongs to the organization; says
     * whether it was there.
     */
    boolean remove(OrganizationId organization, InstanceId id);

    /**
     * Removes an instance like {@link #remove(OrganizationId, InstanceId)} if its tokens are still
     * of this generation, and keeps what is to be given back to the vendor: both or neither.
     */
    Removal remove(OrganizationId organization, InstanceId id, long generation, GiveBack giveBack);
}
