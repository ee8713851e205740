package io.valence.application.bench;

import io.valence.domain.account.OrganizationId;
import io.valence.domain.configuration.SecretChanges;
import io.valence.domain.configuration.Secrets;
import io.valence.domain.instance.FirstGrant;
import io.valence.domain.instance.GiveBack;
import io.valence.domain.instance.Instance;
import io.valence.domain.instance.InstanceId;
import io.valence.domain.instance.InstancePage;
import io.valence.domain.instance.InstanceToken;
import io.valence.domain.instance.Instances;
import io.valence.domain.instance.Removal;
import io.valence.domain.instance.Replacement;
import io.valence.domain.instance.Selection;

import java.util.Optional;

/** Instances in between which something happens just before they are written. */
public final class InterposedInstances implements Instances {
    private final Instances instances;
    private Runnable beforeNextId = () -> {};
    private Runnable beforeWriting = () -> {};
    private Runnable afterWriting = () -> {};
    private Runnable beforeFinding = () -> {};

    InterposedInstances(Instances instances) {
        this.instances = instances;
    }

    /** Before the next number is given. */
    public void beforeNextId(Runnable action) {
        beforeNextId = action;
    }

    /** Before the next writing, once. */
    public void beforeWriting(Runnable action) {
        beforeWriting = action;
    }

    /** After the next writing of a grant, once. */
    public void afterWriting(Runnable action) {
        afterWriting = action;
    }

    /** Whenever one is looked for. */
    public void beforeFinding(Runnable action) {
        beforeFinding = action;
    }

    private void written() {
        Runnable action = afterWriting;
        afterWriting = () -> {};
        action.run();
    }

    private void writing() {
        Runnable action = beforeWriting;
        beforeWriting = () -> {};
        action.run();
    }

    @Override
    public InstanceId nextId() {
        beforeNextId.run();
        return instances.nextId();
    }

    @Override
    public void add(Instance instance, Secrets secrets) {
        writing();
        instances.add(instance, secrets);
    }

    @Override
    public void add(Instance instance, Secrets secrets, FirstGrant grant) {
        writing();
        instances.add(instance, secrets, grant);
        written();
    }

    @Override
    public Optional<Instance> find(OrganizationId organization, InstanceId id) {
        beforeFinding.run();
        return instances.find(organization, id);
    }

    @Override
    public Optional<Instance> find(OrganizationId organization, InstanceToken token) {
        return instances.find(organization, token);
    }

    @Override
    public InstancePage select(Selection selection) {
        return instances.select(selection);
    }

    @Override
    public Replacement replace(Instance changed, SecretChanges secrets) {
        writing();
        return instances.replace(changed, secrets);
    }

    @Override
    public Replacement replace(Instance changed, SecretChanges secrets, FirstGrant grant) {
        writing();
        Replacement answer = instances.replace(changed, secrets, grant);
        written();
        return answer;
    }

    @Override
    public boolean remove(OrganizationId organization, InstanceId id) {
        return instances.remove(organization, id);
    }

    @Override
    public Removal remove(
            OrganizationId organization, InstanceId id, long generation, GiveBack giveBack) {
        writing();
        return instances.remove(organization, id, generation, giveBack);
    }
}
