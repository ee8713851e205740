package io.valence.adapters.persistence;

import io.valence.domain.account.OrganizationId;
import io.valence.domain.call.Connection;
import io.valence.domain.call.Connections;
import io.valence.domain.configuration.ConfigurationKey;
import io.valence.domain.configuration.Secrets;
import io.valence.domain.instance.Grant;
import io.valence.domain.instance.Instance;
import io.valence.domain.instance.InstanceId;
import io.valence.domain.instance.InstanceToken;
import io.valence.domain.secret.Secret;
import io.valence.domain.transformation.Transformation;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import javax.sql.DataSource;

/** Connections, each read whole by a single statement. */
final class JdbiConnections implements Connections {
    private static final int SECRET_KEYS = InstanceRow.COLUMNS + 1;
    private static final int SECRETS_SEALED = InstanceRow.COLUMNS + 2;
    private static final int TRANSFORMATIONS = InstanceRow.COLUMNS + 3;
    private static final int GRANT = InstanceRow.COLUMNS + 5;

    /**
     * An instance, the keys of its secrets, these in the same order, its transformations and its
     * grant.
     */
    private static final String COLUMNS =
            InstanceSql.COLUMNS.stripTrailing()
                    + """
                    ,
                           (select array_agg(e.entry_key order by e.entry_key)
                              from instance_secret e
                             where e.instance_id = i.id) as secret_keys,
                           (select array_agg(e.sealed order by e.entry_key)
                              from instance_secret e
                             where e.instance_id = i.id) as secrets_sealed,
                           <transformations>,
                           <grant>
                      from instance i
                      join app_user u on u.id = i.user_id
                      left join instance_grant g on g.instance_id = i.id
                    """
                            .replace("<transformations>", ShapeSql.TRANSFORMATION_COLUMNS.strip())
                            .replace("<grant>", GrantSql.COLUMNS.strip());

    private static final String FIND =
            COLUMNS
                    + """
                     where i.id = :id
                       and i.organization_id = :organization
                    """;

    private static final String FIND_BY_TOKEN =
            COLUMNS
                    + """
                     where i.token_fingerprint = :fingerprint
                       and i.organization_id = :organization
                    """;

    private static final String READ =
            COLUMNS
                    + """
                     where i.id = :id
                    """;

    private final Sealing sealing;
    private final SealedTokens tokens;
    private final InstanceRow instances;
    private final Homes homes;
    private final OneRow<Connection> byNumber;
    private final OneRow<Connection> byToken;
    private final OneRow<Connection> whosever;

    JdbiConnections(DataSource dataSource, Sealing sealing, Homes homes) {
        this.homes = homes;
        this.sealing = sealing;
        this.tokens = new SealedTokens(sealing);
        this.instances = new InstanceRow(sealing);
        this.byNumber = new OneRow<>(dataSource, FIND, this::connection);
        this.byToken = new OneRow<>(dataSource, FIND_BY_TOKEN, this::connection);
        this.whosever = new OneRow<>(dataSource, READ, this::connection);
    }

    @Override
    public Optional<Connection> find(OrganizationId organization, InstanceToken token) {
        return byToken.find(token.fingerprint().hex(), organization.value());
    }

    @Override
    public Optional<Connection> find(OrganizationId organization, InstanceId id) {
        return byNumber.find(id.value(), organization.value());
    }

    @Override
    public Optional<Connection> read(InstanceId id) {
        return whosever.find(id.value());
    }

    private Connection connection(ResultSet row) throws SQLException {
        Instance instance = instances.instance(row);
        return new Connection(
                instance, secrets(row, instance), grant(row, instance), transformations(row));
    }

    private Secrets secrets(ResultSet row, Instance instance) throws SQLException {
        Array keys = row.getArray(SECRET_KEYS);
        if (keys == null) {
            return Secrets.none();
        }
        Object[] names = (Object[]) keys.getArray();
        Object[] sealed = (Object[]) row.getArray(SECRETS_SEALED).getArray();
        Map<ConfigurationKey, Secret> secrets = new LinkedHashMap<>();
        for (int i = 0; i < names.length; i++) {
            ConfigurationKey key = new ConfigurationKey((String) names[i]);
            Binding binding = Binding.ofSecret(instance.owner().organization(), instance.id(), key);
            secrets.put(key, sealing.open((byte[]) sealed[i], binding));
        }
        return Secrets.of(secrets);
    }

    private static Map<String, Transformation> transformations(ResultSet row) throws SQLException {
        return ShapeRow.transformations(row, TRANSFORMATIONS).stream()
                .collect(Collectors.toMap(it -> it.name().value(), Function.identity()));
    }

    private Optional<Grant> grant(ResultSet row, Instance instance) throws SQLException {
        if (row.getBytes(GRANT + 1) == null) {
            return Optional.empty();
        }
        OrganizationId organization = instance.owner().organization();
        homes.remember(instance.id(), organization);
        return Optional.of(JdbiGrants.grant(row, GRANT, organization, instance.id(), tokens));
    }
}
