package io.valence.adapters.persistence;

import io.valence.domain.account.OrganizationId;
import io.valence.domain.configuration.ConfigurationKey;
import io.valence.domain.configuration.SecretChanges;
import io.valence.domain.configuration.Secrets;
import io.valence.domain.configuration.Settings;
import io.valence.domain.instance.Authorization;
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
import io.valence.domain.instance.Tag;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import javax.sql.DataSource;

/** Instances in their tables; each reading of one is a single statement. */
final class JdbiInstances implements Instances {
    private final Jdbi jdbi;
    private final Sealing sealing;
    private final Writes writes;
    private final SealedTokens tokens;
    private final JdbiGiveBacks giveBacks;
    private final InstanceRow row;
    private final OneRow<Instance> byNumber;
    private final OneRow<Instance> byToken;

    JdbiInstances(
            DataSource connections,
            Jdbi jdbi,
            Sealing sealing,
            Writes writes,
            JdbiGiveBacks giveBacks) {
        this.jdbi = jdbi;
        this.sealing = sealing;
        this.writes = writes;
        this.tokens = new SealedTokens(sealing);
        this.giveBacks = giveBacks;
        this.row = new InstanceRow(sealing);
        this.byNumber = new OneRow<>(connections, InstanceSql.FIND, row::shown);
        this.byToken = new OneRow<>(connections, InstanceSql.FIND_BY_TOKEN, row::shown);
    }

    @Override
    public InstanceId nextId() {
        return new InstanceId(
                jdbi.withHandle(
                        handle -> handle.createQuery(InstanceSql.NEXT_ID).mapTo(long.class).one()));
    }

    @Override
    public void add(Instance instance, Secrets secrets) {
        written(
                instance.id(),
                handle -> {
                    addItself(handle, instance);
                    InstanceParts parts = new InstanceParts(handle, instance, sealing);
                    parts.addSettings(instance.settings());
                    parts.addSecrets(secrets);
                    parts.addTags(instance.tags());
                    return true;
                });
    }

    @Override
    public void add(Instance instance, Secrets secrets, FirstGrant grant) {
        written(
                instance.id(),
                handle -> {
                    addItself(handle, instance);
                    InstanceParts parts = new InstanceParts(handle, instance, sealing);
                    parts.addSettings(Granted.without(instance.settings()));
                    parts.addSecrets(Granted.without(secrets));
                    parts.addTags(instance.tags());
                    new GrantParts(handle, instance, tokens).add(grant);
                    return true;
                });
    }

    private void addItself(Handle handle, Instance instance) {
        InstanceToken token = instance.token();
        Binding binding = Binding.ofToken(instance.owner().organization(), instance.id());
        Optional<Authorization.Broken> broken =
                switch (instance.authorization()) {
                    case Authorization.Sound() -> Optional.empty();
                    case Authorization.Broken it -> Optional.of(it);
                };
        bindContent(handle.createUpdate(InstanceSql.ADD), instance)
                .bind("account", instance.owner().account().value())
                .bind("user", instance.owner().user().value())
                .bind("fingerprint", token.fingerprint().hex())
                .bind("sealed", sealing.seal(token.secret(), binding))
                .bind("keyId", sealing.keyId())
                .bind("createdAt", Statements.moment(instance.createdAt()))
                .bind("brokenSince", Statements.moment(broken.map(Authorization.Broken::since)))
                .bind("brokenReason", Statements.text(broken.map(Authorization.Broken::reason)))
                .bind("sound", broken.isEmpty())
                .execute();
    }

    @Override
    public Optional<Instance> find(OrganizationId organization, InstanceId id) {
        return byNumber.find(id.value(), organization.value());
    }

    @Override
    public Optional<Instance> find(OrganizationId organization, InstanceToken token) {
        return byToken.find(token.fingerprint().hex(), organization.value());
    }

    @Override
    public InstancePage select(Selection selection) {
        InstanceSelection narrowed = InstanceSelection.of(selection);
        return narrowed.page(
                jdbi.withHandle(
                        handle ->
                                narrowed.bind(handle.createQuery(narrowed.statement()))
                                        .map(row)
                                        .list()));
    }

    @Override
    public Replacement replace(Instance changed, SecretChanges secrets) {
        return replace(changed, secrets, Optional.empty());
    }

    @Override
    public Replacement replace(Instance changed, SecretChanges secrets, FirstGrant grant) {
        return replace(changed, secrets, Optional.of(grant));
    }

    private Replacement replace(
            Instance changed, SecretChanges secrets, Optional<FirstGrant> grant) {
        return written(
                changed.id(),
                handle -> {
                    int replaced =
                            bindContent(handle.createUpdate(InstanceSql.REPLACE), changed)
                                    .execute();
                    if (replaced == 0) {
                        return Replacement.STALE;
                    }
                    // From here on the row is locked: nobody else changes its parts.
                    InstanceParts parts = new InstanceParts(handle, changed, sealing);
                    InstanceParts.Stored stored = parts.stored();
                    boolean granted = stored.hasGrant() || grant.isPresent();
                    replaceWhatIsShown(
                            parts,
                            stored,
                            changed.tags(),
                            granted ? Granted.without(changed.settings()) : changed.settings());
                    replaceSecrets(parts, granted ? Granted.without(secrets) : secrets);
                    if (!stored.hasGrant() && granted) {
                        parts.removeSecrets(Granted.SECRETS);
                    }
                    grant.ifPresent(it -> new GrantParts(handle, changed, tokens).replace(it));
                    return Replacement.REPLACED;
                });
    }

    private static void replaceWhatIsShown(
            InstanceParts parts, InstanceParts.Stored stored, List<Tag> tags, Settings settings) {
        if (!stored.tags().equals(tags)) {
            parts.replaceTags(tags);
        }
        if (!stored.settings().equals(settings)) {
            parts.replaceSettings(settings);
        }
    }

    private static void replaceSecrets(InstanceParts parts, SecretChanges changes) {
        Set<ConfigurationKey> gone = new HashSet<>(changes.forgotten());
        gone.addAll(changes.supplied().keys());
        parts.removeSecrets(gone);
        parts.addSecrets(changes.supplied());
    }

    @Override
    public boolean remove(OrganizationId organization, InstanceId id) {
        return written(id, handle -> remove(handle, organization, id));
    }

    @Override
    public Removal remove(
            OrganizationId organization, InstanceId id, long generation, GiveBack giveBack) {
        return written(
                id,
                handle -> {
                    if (!isLocked(handle, organization, id)) {
                        return Removal.ABSENT;
                    }
                    if (!isOfGeneration(handle, id, generation)) {
                        return Removal.STALE;
                    }
                    remove(handle, organization, id);
                    giveBacks.add(handle, organization, id, giveBack);
                    return Removal.REMOVED;
                });
    }

    private static boolean isLocked(Handle handle, OrganizationId organization, InstanceId id) {
        return handle.createQuery(InstanceSql.LOCK)
                .bind("id", id.value())
                .bind("organization", organization.value())
                .mapTo(long.class)
                .findOne()
                .isPresent();
    }

    /** Whoever renews the tokens comes before this or finds nothing to renew. */
    private static boolean isOfGeneration(Handle handle, InstanceId id, long generation) {
        return handle.createQuery(GrantSql.LOCK)
                .bind("instance", id.value())
                .mapTo(long.class)
                .findOne()
                .filter(current -> current == generation)
                .isPresent();
    }

    private static boolean remove(Handle handle, OrganizationId organization, InstanceId id) {
        return handle.createUpdate(InstanceSql.REMOVE)
                        .bind("id", id.value())
                        .bind("organization", organization.value())
                        .execute()
                == 1;
    }

    private <T> T written(InstanceId instance, HandleCallback<T, RuntimeException> action) {
        return writes.during(instance, () -> jdbi.inTransaction(action));
    }

    private static <S extends SqlStatement<S>> S bindContent(S statement, Instance instance) {
        return statement
                .bind("id", instance.id().value())
                .bind("organization", instance.owner().organization().value())
                .bind("version", instance.version())
                .bind("element", instance.element().value())
                .bind("name", instance.name().text())
                .bind("traceLogging", instance.preferences().traceLoggingEnabled())
                .bind("caching", instance.preferences().cachingEnabled())
                .bind("cacheTimeToLive", instance.preferences().cacheTimeToLive())
                .bind("maxCacheSize", instance.preferences().maxCacheSize())
                .bind(
                        "externalAuthentication",
                        instance.preferences().externalAuthentication().name())
                .bind("disabledSince", Statements.moment(instance.disabledSince()));
    }
}
