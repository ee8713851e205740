package io.valence.adapters.persistence;

import io.valence.domain.account.OrganizationId;
import io.valence.domain.configuration.ConfigurationKey;
import io.valence.domain.configuration.SecretChanges;
import io.valence.domain.configuration.Secrets;
import io.valence.domain.instance.Authorization;
import io.valence.domain.instance.Instance;
import io.valence.domain.instance.InstanceId;
import io.valence.domain.instance.InstancePage;
import io.valence.domain.instance.InstanceToken;
import io.valence.domain.instance.Instances;
import io.valence.domain.instance.Replacement;
import io.valence.domain.instance.Selection;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import javax.sql.DataSource;

/** Instances in their tables; each reading of one is a single statement. */
final class JdbiInstances implements Instances {
    private final Jdbi jdbi;
    private final Sealing sealing;
    private final InstanceRow row;
    private final OneRow<Instance> byNumber;
    private final OneRow<Instance> byToken;

    JdbiInstances(DataSource connections, Jdbi jdbi, Sealing sealing) {
        this.jdbi = jdbi;
        this.sealing = sealing;
        this.row = new InstanceRow(sealing);
        this.byNumber = new OneRow<>(connections, InstanceSql.FIND, row::instance);
        this.byToken = new OneRow<>(connections, InstanceSql.FIND_BY_TOKEN, row::instance);
    }

    @Override
    public InstanceId nextId() {
        return new InstanceId(
                jdbi.withHandle(
                        handle -> handle.createQuery(InstanceSql.NEXT_ID).mapTo(long.class).one()));
    }

    @Override
    public void add(Instance instance, Secrets secrets) {
        jdbi.useTransaction(
                handle -> {
                    addItself(handle, instance);
                    InstanceParts parts = new InstanceParts(handle, instance, sealing);
                    parts.addSettings(instance.settings());
                    parts.addSecrets(secrets);
                    parts.addTags(instance.tags());
                });
    }

    private void addItself(Handle handle, Instance instance) {
        InstanceToken token = instance.token();
        Binding binding = Binding.ofToken(instance.owner().organization(), instance.id());
        bindContent(handle.createUpdate(InstanceSql.ADD), instance)
                .bind("account", instance.owner().account().value())
                .bind("user", instance.owner().user().value())
                .bind("fingerprint", token.fingerprint().hex())
                .bind("sealed", sealing.seal(token.secret(), binding))
                .bind("keyId", sealing.keyId())
                .bind("createdAt", Statements.moment(instance.createdAt()))
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
        return jdbi.inTransaction(
                handle -> {
                    int replaced =
                            bindContent(handle.createUpdate(InstanceSql.REPLACE), changed)
                                    .execute();
                    if (replaced == 0) {
                        return Replacement.STALE;
                    }
                    // From here on the row is locked: nobody else changes its parts.
                    InstanceParts parts = new InstanceParts(handle, changed, sealing);
                    replaceWhatIsShown(parts, changed);
                    replaceSecrets(parts, secrets);
                    return Replacement.REPLACED;
                });
    }

    private static void replaceWhatIsShown(InstanceParts parts, Instance changed) {
        InstanceParts.Shown stored = parts.stored();
        if (!stored.tags().equals(changed.tags())) {
            parts.replaceTags(changed.tags());
        }
        if (!stored.settings().equals(changed.settings())) {
            parts.replaceSettings(changed.settings());
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
        return jdbi.withHandle(
                handle ->
                        handle.createUpdate(InstanceSql.REMOVE)
                                        .bind("id", id.value())
                                        .bind("organization", organization.value())
                                        .execute()
                                == 1);
    }

    private static <S extends SqlStatement<S>> S bindContent(S statement, Instance instance) {
        Optional<Authorization.Broken> broken =
                switch (instance.authorization()) {
                    case Authorization.Sound() -> Optional.empty();
                    case Authorization.Broken it -> Optional.of(it);
                };
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
                .bind("disabledSince", Statements.moment(instance.disabledSince()))
                .bind("brokenSince", Statements.moment(broken.map(Authorization.Broken::since)))
                .bind("brokenReason", Statements.text(broken.map(Authorization.Broken::reason)))
                .bind("sound", broken.isEmpty());
    }
}
